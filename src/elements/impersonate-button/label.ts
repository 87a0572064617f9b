import type { Messages } from '../messages/en.js';

/** What a page put between the tags; white space alone, which would suppress a slot's fallback, is nothing. */
export function labelIn(element: Element): string {
  if (!element.firstChild) return '';
  const nodes = [...element.childNodes].filter((node) => !(node instanceof Element && node.slot));
  const text = nodes.map((node) => (node instanceof Comment ? '' : node.textContent)).join('');
  return text.replace(/\s+/g, ' ').trim();
}

/** A name with the person in it; none where the page's own label has them in it already. */
export function accessibleName(
  label: string,
  name: string,
  messages: Messages['button'],
): string | undefined {
  if (!label) return messages.labelOf({ name });
  return label.includes(name) ? undefined : messages.labelWithName({ label, name });
}
