import type { CSSResult } from 'lit';

interface Dressed {
  readonly renderRoot: ParentNode;
}

/** Gives an element styles that came later than itself, once. */
export function dress({ renderRoot }: Dressed, ...styles: CSSResult[]): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const worn = new Set(renderRoot.adoptedStyleSheets);
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  renderRoot.adoptedStyleSheets.push(...sheets.filter((sheet) => !worn.has(sheet)));
}

/** WebKit draws a new dialog for the window that an earlier one stood in, until the styles are given once more. */
export function dressAgain({ renderRoot }: Dressed): void {
  if (renderRoot instanceof ShadowRoot) renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets];
}
