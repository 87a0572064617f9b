import { html, nothing, type TemplateResult } from 'lit';

import type { LocalizeController } from '../internal/localize.js';
import type { Brought } from '../internal/brought.js';
import type { Disclosure } from './disclosure.js';

interface DisclosureButton<Look> {
  readonly localize: LocalizeController<'record'>;
  readonly disclosure: Disclosure;
  /** What it opens, apart from all other panels of the table. */
  readonly panel: string;
  readonly part: string;
  readonly small?: boolean;
  readonly label: unknown;
  readonly content: Brought<Look>;
}

/** A button of the toolbar, and below it what it opens. */
export function disclosureButton<Look>(
  { localize, disclosure, panel, part, small, label, content }: DisclosureButton<Look>,
  draw: (look: Look) => unknown,
): TemplateResult {
  const open = disclosure.isOpen(panel);
  const shown = () => content.show(draw, localize);
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
    ${open && content.failed ? html`<div class="panel ${small ? 'end' : ''}" part="panel">${shown()}</div>` : open ? shown() : nothing}
  </div>`;
}
