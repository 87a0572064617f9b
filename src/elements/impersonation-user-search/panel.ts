/**
 * What the search does without until somebody looks for somebody: what hangs below the field, and what is said aloud.
 *
 * @module
 */

import type { LitElement, TemplateResult } from 'lit';

import type { UserSummary } from '../../core/protocol.js';
import { announce } from '../internal/announce.js';
import { SecondsController } from '../internal/clock.js';
import { dress } from '../internal/dress.js';
import { LocalizeController } from '../internal/localize.js';
import { nameOf } from '../internal/people.js';
import { searchPanel } from '../messages/en/search-panel.js';
import { search } from '../messages/en/search.js';
import { sayRefusal } from './option-view.js';
import { panelView, type PanelModel } from './panel-view.js';
import { panelStyles } from './panel.styles.js';
import { Quiet } from './quiet.js';
import type { SearchBox } from './search-box.js';
import { whatToSay } from './what-to-say.js';

export class Panel {
  readonly #localize: LocalizeController<'search'>;
  readonly #quiet: Quiet;

  constructor(host: LitElement, box: SearchBox) {
    this.#localize = new LocalizeController<'search'>(host, { search: { ...search, ...searchPanel } });
    this.#quiet = new Quiet(host);
    new SecondsController(host, () => box.open && box.found.secondsToWait > 0);
    dress(host, panelStyles);
  }

  view(model: Omit<PanelModel, 'localize'>): TemplateResult {
    return panelView({ ...model, localize: this.#localize });
  }

  /** Says to screen readers what there is to see. */
  say({ open, situation, found }: SearchBox, minLength: number): void {
    this.#quiet.say(open ? [found.phase, situation] : [], () =>
      whatToSay({ situation, found, minLength, localize: this.#localize }),
    );
  }

  /** Says why somebody cannot be chosen. */
  sayWhyNot(user: UserSummary): void {
    const reason = sayRefusal(user, this.#localize);
    announce(this.#localize.messages.search.sayRefused({ name: nameOf(user), reason }));
  }
}
