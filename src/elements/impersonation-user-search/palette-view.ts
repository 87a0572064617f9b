import { html, nothing, type TemplateResult } from 'lit';

import type { Backdrop } from '../internal/backdrop.js';
import { icons } from './icons.js';
import { shortcutKeys, shortcutLabel } from './keys.js';
import type { FieldLocalize } from './search-view.js';

interface Palette {
  readonly label: string;
  /** What the person chosen is called; empty while nobody is. */
  readonly chosen: string;
  readonly shortcut: string;
  readonly disabled: boolean;
  readonly backdrop: Backdrop;
  readonly field: TemplateResult;
  readonly panel: TemplateResult | typeof nothing;
  readonly localize: FieldLocalize;
  show(): void;
  hide(): void;
}

/** A button in the page, and above the page what it opens. */
export function paletteView(palette: Palette): TemplateResult {
  const { label, chosen, shortcut, backdrop, field, panel, localize, show, hide } = palette;
  return html`
    <button
      id="trigger"
      class="field trigger"
      part="trigger"
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts=${shortcut ? shortcutKeys(shortcut) : nothing}
      ?disabled=${palette.disabled}
      @click=${show}
    >
      ${icons.search}${chosen ? html`<span class="visually-hidden">${label}:</span>` : nothing}
      <bdi class="chosen">${chosen || label}</bdi>
      ${shortcut ? html`<kbd part="shortcut" aria-hidden="true">${shortcutLabel(shortcut)}</kbd>` : nothing}
    </button>
    <dialog
      part="dialog"
      aria-label=${label}
      @pointerdown=${backdrop.onPointerDown}
      @click=${(event: MouseEvent) => {
        if (backdrop.wasPressed(event)) hide();
      }}
      @close=${hide}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <div class="palette-head">
        ${field}
        <button class="button small" part="close-button" type="button" @click=${hide}>
          ${localize.messages.search.close}
        </button>
      </div>
      ${panel}
    </dialog>
  `;
}
