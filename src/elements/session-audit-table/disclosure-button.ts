import { html, type TemplateResult } from 'lit';

import type { Disclosure } from './disclosure.js';

interface DisclosureButton {
  readonly disclosure: Disclosure;
  /** What it opens, apart from all other panels of the table. */
  readonly panel: string;
  readonly part: string;
  readonly small?: boolean;
  readonly label: unknown;
}

/** A button of the toolbar, and below it what it opens. */
export function disclosureButton(
  { disclosure, panel, part, small, label }: DisclosureButton,
  content: () => unknown,
): TemplateResult {
  const open = disclosure.isOpen(panel);
  return html`<div class="disclosure" @keydown=${disclosure.onKeyDown} @focusout=${disclosure.onFocusOut}>
    <button
      class="button ${small ? 'small' : ''}"
      part=${part}
      type="button"
      aria-expanded=${open}
      @click=${(event: Event) => disclosure.toggle(panel, event)}
    >
      ${label}
    </button>
    ${open ? content() : ''}
  </div>`;
}
