import { html, type TemplateResult } from 'lit';

/** The text with what was looked for marked in it: nodes, never markup. Without regard to case, as the directory looks. */
export function highlight(text: string, query: string): readonly (string | TemplateResult)[] {
  const wanted = query.trim();
  if (!wanted) return [text];
  const pattern = new RegExp(`(${wanted.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&')})`, 'giu');
  // Split by a group, every other piece is what the group matched.
  return text
    .split(pattern)
    .map((piece, index) => (index % 2 ? html`<mark part="highlight">${piece}</mark>` : piece));
}
