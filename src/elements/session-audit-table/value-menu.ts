import { html, nothing, type TemplateResult } from 'lit';

import type { Asking, Pick } from './asking.js';
import { icons } from './icons.js';
import type { Scene } from './words.js';

/**
 * A button beside a value, and what it opens: filter for it, filter it out, copy it. It opens beside the value and not
 * above it, so nothing is covered and nothing has to be placed.
 *
 * @param name tells it apart from all others in the table.
 */
export function valueMenu(scene: Scene & Asking, name: string, what: string, pick: Pick): TemplateResult {
  const { disclosure, localize } = scene;
  const words = localize.messages.query;
  const open = disclosure.isOpen(name);
  const { key, value } = pick;
  const item = (part: string, text: string, act: () => void) =>
    html`<button class="button small" part=${part} type="button" @click=${act}>${text}</button>`;
  return html`<span class="value-menu" @keydown=${disclosure.onKeyDown} @focusout=${disclosure.onFocusOut}
    ><button
      class="more"
      part="value-button"
      type="button"
      aria-expanded=${open}
      aria-label=${words.menu({ what })}
      @click=${(event: Event) => disclosure.toggle(name, event)}
    >
      ${icons.more}</button
    >${
      open
        ? html`<span class="value-actions" role="group" aria-label=${what}
            >${
              key
                ? [
                    item('filter-for', words.only, () => scene.filterBy({ key, value }, false)),
                    item('filter-out', words.without, () => scene.filterBy({ key, value }, true)),
                  ]
                : nothing
            }${item('copy', words.copy, () => scene.copy(value, words))}</span
          >`
        : nothing
    }</span
  >`;
}
