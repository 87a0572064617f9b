/**
 * What the banner does without until it is drawn: what it says aloud, on paper and in the page's title, the details, the
 * dialog, the pill, the word at the end.
 *
 * @module
 */

import { nothing, type LitElement, type TemplateResult } from 'lit';

import type { TabState } from '../../client/tab-state.js';
import { announce } from '../internal/announce.js';
import { dress } from '../internal/dress.js';
import { LocalizeController } from '../internal/localize.js';
import { bannerRest } from '../messages/en/banner-rest.js';
import { banner } from '../messages/en/banner.js';
import { webAddress } from './address.js';
import type { BannerSettings } from './banner-settings.js';
import { detailsPanel } from './details-panel.js';
import { endedView } from './ended-view.js';
import type { FullAccessModel } from './full-access-dialog.js';
import { FullAccessController } from './full-access.js';
import { MarksController } from './marks.js';
import type { ActiveModel } from './model.js';
import { nothingYet, type Moment } from './moment.js';
import { PageRoomController } from './page-room.js';
import { pillView } from './pill-view.js';
import { printed } from './printed.js';
import { restStyles } from './rest.styles.js';
import { ShapeController, type ShapedHost } from './shape.js';
import { whatToSay } from './what-to-say.js';

export type RestHost = LitElement &
  ShapedHost &
  Pick<
    BannerSettings,
    'placement' | 'noScrollPadding' | 'marks' | 'titlePrefix' | 'faviconHref' | 'returnTo'
  >;

export class Rest {
  readonly pill = pillView;
  readonly fullAccess: FullAccessController;
  readonly shape: ShapeController;
  readonly #host: RestHost;
  readonly #localize: LocalizeController<'banner'>;
  readonly #marks: MarksController;
  #said = nothingYet;
  #staysOpen = false;

  constructor(host: RestHost, moment: () => Moment) {
    this.#host = host;
    this.#localize = new LocalizeController<'banner'>(host, { banner: { ...banner, ...bannerRest } });
    this.#marks = new MarksController(host, () => ({
      moment: moment(),
      titleMark: this.#localize.messages.banner.titleMark,
    }));
    this.fullAccess = new FullAccessController(host);
    this.shape = new ShapeController(host);
    new PageRoomController(host, () => ({
      edge: host.placement,
      covers: host.layout !== 'flow' && !this.shape.isPill,
      padsScrolling: !host.noScrollPadding,
    }));
    dress(host, restStyles);
  }

  /** Says to a screen reader what changed since the last time, be it that there is a banner at all. */
  say(moment: Moment): void {
    const announcement = whatToSay(this.#said, moment, this.#localize);
    this.#said = moment;
    if (announcement) announce(announcement.text, announcement.priority);
  }

  details(model: ActiveModel): TemplateResult {
    return detailsPanel(model, this.#localize);
  }

  printed({ state, now }: ActiveModel): TemplateResult | typeof nothing {
    return this.#marks.has('print') ? printed(state, now, this.#localize) : nothing;
  }

  dialog(model: Omit<FullAccessModel, 'localize'>): TemplateResult | typeof nothing {
    return this.fullAccess.draw({ ...model, localize: this.#localize });
  }

  ended(state: Extract<TabState, { status: 'ended' }>): TemplateResult {
    return endedView({
      state,
      staysOpen: this.#staysOpen,
      returnTo: webAddress(this.#host.returnTo),
      localize: this.#localize,
      close: this.#closeTab,
    });
  }

  readonly #closeTab = (): void => {
    window.close();
    // A browser closes only what a script opened.
    this.#staysOpen = !window.closed;
    this.#host.requestUpdate();
  };
}
