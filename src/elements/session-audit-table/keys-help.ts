import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import { dialogStyles } from '../internal/dialog.styles.js';
import { factStyles } from './facts.styles.js';
import type { Scene } from './words.js';

export const styles = [dialogStyles, factStyles];

/** Which keys do what. Opens as soon as it is drawn. */
export function keysHelp({ localize }: Scene, closed: () => void): TemplateResult {
  const words = localize.messages.table.keys;
  const keys: [key: string, meaning: string][] = [
    ['J', words.next],
    ['K', words.previous],
    ['O', words.toggle],
    ['F', words.values],
    ['?', words.help],
  ];
  return html`<dialog
    class="dialog"
    part="dialog"
    aria-labelledby="keys-heading"
    @close=${closed}
    ${ref(show)}
  >
    <form method="dialog">
      <h2 id="keys-heading">${words.heading}</h2>
      <dl class="facts">
        ${keys.map(
          ([key, meaning]) =>
            html`<div>
              <dt><kbd>${key}</kbd></dt>
              <dd>${meaning}</dd>
            </div>`,
        )}
      </dl>
      <p class="second">${words.where}</p>
      <div class="dialog-buttons"><button class="button" part="cancel-button">${words.close}</button></div>
    </form>
  </dialog>`;
}

function show(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  // It is told before it is in the page.
  queueMicrotask(() => {
    if (element.isConnected && !element.open) element.showModal();
  });
}
