import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import { icon } from '../internal/icon.js';
import type { Asking, Pick } from './asking.js';
import { sayValue } from './query-words.js';
import type { Scene } from './words.js';

const moreIcon = icon('M3.5 8v.05M8 8v.05M12.5 8v.05');

/** A value, and what it is called. */
export interface Value {
  readonly what: string;
  readonly pick: Pick;
}

/**
 * A button beside a value, and what it opens: filter for it, filter it out, copy it. In the details it opens beside the
 * value, so nothing is covered and nothing has to be placed; in a cell there is no room for that, and it opens over the rows.
 *
 * @param name tells it apart from all others in the table.
 */
export function valueMenu(
  scene: Scene & Asking,
  name: string,
  values: readonly Value[],
  where: 'beside' | 'over' = 'beside',
): TemplateResult {
  const { disclosure, localize } = scene;
  const words = localize.messages.query;
  const open = disclosure.isOpen(name);
  const what = values.map((value) => value.what).join(', ');
  return html`<span class="value-menu" @keydown=${disclosure.onKeyDown} @focusout=${disclosure.onFocusOut}
    ><button
      class="more"
      part="value-button"
      type="button"
      aria-expanded=${open}
      aria-label=${words.menu({ what })}
      @click=${(event: Event) => disclosure.toggle(name, event)}
    >
      ${moreIcon}</button
    >${
      !open
        ? nothing
        : where === 'beside'
          ? values.map((value) => actions(scene, value))
          : html`<span class="menu values" part="value-menu" popover="manual" ${ref(show)}
              >${values.map(
                (value) =>
                  html`<span class="second" aria-hidden="true">${said(scene, value)}</span
                    >${actions(scene, value)}`,
              )}</span
            >`
    }</span
  >`;
}

/** The value itself, too: the menu may lie over it. */
const said = ({ localize }: Scene, { what, pick: { key, value } }: Value) =>
  localize.messages.query.is({ key: what, value: sayValue({ localize }, key ?? '', value) });

function actions(scene: Scene & Asking, { what, pick: { key, value } }: Value) {
  const words = scene.localize.messages.query;
  const item = (part: string, text: string, act: () => void) =>
    html`<button class="button small" part=${part} type="button" @click=${act}>${text}</button>`;
  return html`<span class="value-actions" role="group" aria-label=${what}
    >${
      key
        ? [
            item('filter-for', words.only, () => scene.filterBy({ key, value }, false)),
            item('filter-out', words.without, () => scene.filterBy({ key, value }, true)),
          ]
        : nothing
    }${item('copy', words.copy, () => scene.copy(value, words))}</span
  >`;
}

/** It is told before it is in the page. */
function show(element: Element | undefined): void {
  queueMicrotask(() => {
    if (element?.isConnected) (element as HTMLElement).showPopover();
  });
}
