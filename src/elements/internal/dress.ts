import type { CSSResult } from 'lit';

/** Gives an element styles that came later than itself, once. */
export function dress({ renderRoot }: { readonly renderRoot: ParentNode }, ...styles: CSSResult[]): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const worn = new Set(renderRoot.adoptedStyleSheets);
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  renderRoot.adoptedStyleSheets.push(...sheets.filter((sheet) => !worn.has(sheet)));
}
