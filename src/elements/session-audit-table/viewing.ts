/**
 * The views of the table: brought when somebody wants to see them.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';

import type { KitElement } from '../internal/kit-element.js';
import type { Asking } from './asking.js';
import { Brought } from '../internal/brought.js';
import { disclosureButton } from './disclosure-button.js';
import { icons } from './icons.js';
import type { Look, SavedView, ViewStore } from './saved-view.js';
import type { ViewsPanel } from './views-panel.js';
import type { Scene } from './words.js';

export interface Views extends Scene, Asking {
  readonly viewing: Viewing;
}

export interface ViewWishes {
  /** Those of the host; the kit's own where it gives none. */
  fixed(): readonly SavedView[] | undefined;
  /** `null`: nothing is kept. This browser, where there is none. */
  store(): ViewStore | null | undefined;
  look(): Look;
  show(look: Look): void;
  focus(selector: string): void;
}

export class Viewing {
  readonly #wishes: ViewWishes;
  readonly #panel: Brought<ViewsPanel>;

  constructor(host: KitElement, wishes: ViewWishes) {
    this.#wishes = wishes;
    this.#panel = new Brought(host, async () => {
      const { ViewsPanel } = await import('./views-panel.js');
      return new ViewsPanel(host, wishes);
    });
  }

  /** Opens the views, and names the one that is shown. */
  button(view: Views): TemplateResult | typeof nothing {
    const { disclosure, localize } = view;
    if (this.#wishes.store() === null && this.#wishes.fixed()?.length === 0) return nothing;
    const label = [
      icons.bookmark,
      html`<span>${localize.messages.table.views}${this.#panel.there?.label()}</span>`,
    ];
    return disclosureButton(
      {
        localize,
        disclosure,
        panel: 'views',
        part: 'views-button',
        small: true,
        label,
        content: this.#panel,
      },
      (panel) => panel.render(view),
    );
  }
}
