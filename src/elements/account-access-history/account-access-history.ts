import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { installedTabSession } from '../../client/page-tab.js';
import type { ImpersonationError } from '../../core/errors.js';
import type { AccessRecord } from '../../core/protocol.js';
import { AccessEndedEvent, ImpersonationFailedEvent } from '../events.js';
import { announce } from '../internal/announce.js';
import { SecondsController } from '../internal/clock.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { LiveController } from '../internal/live.js';
import { controls, tokens } from '../internal/tokens.js';
import { zoneOf } from '../internal/zone.js';
import { access } from '../messages/en/access.js';
import { accessEntry } from './access-entry.js';
import { AccessPages } from './access-pages.js';
import { styles } from './account-access-history.styles.js';
import { EndDialog } from './end-dialog.js';
import { emptyNotice, failureNotice, plainNotice, skeleton } from './notices.js';
import { situationOf, situations, type Situation } from './situation.js';
import { whoLooks } from './who-looks.js';
import { headline, type Scene } from './words.js';

/** Seconds between two looks, while somebody is there and while nobody is. */
const lookEvery = { live: 5, quiet: 30 };

/** Only in these is there anything to look for again. */
const looking: readonly Situation[] = ['ready', 'empty', 'error', 'offline'];

/**
 * Tells people who was signed in as them, when, why, how much they did and how it ended, in their own settings; and lets
 * them end it now, where the host allows that. Names are shown where the host tells them.
 *
 * It asks in the name of whoever is signed in, so it asks nothing in a tab that impersonates, and says so.
 *
 * @summary The person's own view: who was signed in as them, and why.
 * @tagname account-access-history
 *
 * @slot empty - Replaces what is said when nobody was there.
 *
 * @fires {AccessEndedEvent} access-ended - The person ended an impersonation from here.
 * @fires {ImpersonationFailedEvent} impersonation-failed - The list could not be loaded, or nothing ended.
 *
 * @csspart base - Everything.
 * @csspart list - The list.
 * @csspart entry - One impersonation.
 * @csspart entry-live - One that goes on.
 * @csspart title - What it was, in a sentence.
 * @csspart time - When it was, and how long ago or how long still.
 * @csspart facts - Why, what was done, how it ended.
 * @csspart reason - The reason that was given.
 * @csspart done - How much was done.
 * @csspart end-button - Asks whether to end it.
 * @csspart load-more - Loads the next page.
 * @csspart skeleton - Stands for an entry that is still to come.
 * @csspart empty - Says that nobody was there.
 * @csspart notice - Says why there is no list here.
 * @csspart error - Says why there is nothing, or nothing newer, or why nothing ended.
 * @csspart error-message - The sentence and the code in it.
 * @csspart retry-button - Tries again.
 * @csspart dialog - Asks whether to end it.
 * @csspart cancel-button - Leaves the dialog.
 * @csspart submit-button - Ends it.
 * @csspart icon - Any icon.
 *
 * @cssstate unconfigured - There is no client.
 * @cssstate unsupported - The backend, or the host, shows no such list.
 * @cssstate impersonating - The tab acts as somebody, or did: only the person themselves may look.
 * @cssstate unknown - It is not known who is signed in here.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There is a list.
 * @cssstate empty - Nobody was there.
 * @cssstate error - Asking failed.
 * @cssstate offline - The server cannot be reached.
 * @cssstate forbidden - Nobody is signed in, or they may not look.
 * @cssstate live - Somebody is there now, or about to be.
 */
export class AccountAccessHistory extends KitElement {
  static override readonly styles = [tokens, controls, styles];

  /** How many to load at a time: 1 to 200. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;

  /** `local`, `utc` or the name of a time zone. */
  @property() timezone = 'local';

  protected readonly localize = new LocalizeController(this, { access });
  readonly #pages = new AccessPages(this, {
    pageSize: () => this.pageSize,
    failed: (error) => this.#onFailed(error),
    news: (records) => this.#onNews(records),
  });
  readonly #dialog = new EndDialog(this, this.localize, {
    ended: (record) => this.#onEnded(record),
    failed: (error) => this.#onFailed(error),
  });
  #situation: Situation = 'unconfigured';
  #focused: HTMLElement | null = null;
  /** The entry that has the focus when what has it now is gone: the one around it; the next one, for "more". */
  #nearby: string | undefined;
  #drawn = 0;

  constructor() {
    super();
    new SecondsController(this, () => this.#pages.someoneIsThere);
    new LiveController(this, {
      running: () => looking.includes(this.#situation),
      interval: () => (this.#pages.someoneIsThere ? lookEvery.live : lookEvery.quiet),
      look: () => this.#pages.renew(),
    });
  }

  /** Asks again for what is shown. */
  async refresh(): Promise<void> {
    await this.#pages.renew();
  }

  /** Loads the next page, if there is one. */
  async loadMore(): Promise<void> {
    await this.#pages.more();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // what was shown before it left the page was forgotten
  }

  protected override willUpdate(): void {
    const looker = whoLooks((this.around.tab ?? installedTabSession())?.state);
    const client = this.isConnected ? this.backend : undefined;
    const asked = client?.capabilities.access && looker === 'themselves' ? client : undefined;
    if (asked !== this.#pages.client) this.#pages.use(asked);
    this.#situation = situationOf(client, looker, this.#pages);

    // Before the focus is looked for: a dialog that closes gives it back.
    const asksAbout = this.#dialog.asksAbout;
    if (asksAbout && !this.#pages.entries.some(({ id, mayEnd }) => id === asksAbout && mayEnd))
      this.#dialog.close();

    const focused = this.shadowRoot?.activeElement as HTMLElement | null;
    this.#focused = focused;
    this.#nearby = focused?.matches('.more')
      ? this.#pages.entries[this.#drawn]?.id
      : focused?.closest<HTMLElement>('[data-access]')?.dataset['access'];
  }

  protected override updated(): void {
    for (const name of situations) this.mark(name, name === this.#situation);
    this.mark('live', this.#pages.someoneIsThere);
    this.#keepFocus();
    this.#drawn = this.#pages.entries.length;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#situation === 'unconfigured') return nothing;
    const scene = { localize: this.localize, zone: zoneOf(this.timezone), now: this.now() };
    return html`<div class="base" part="base" tabindex="-1" aria-busy=${this.#situation === 'loading'}>
      ${this.#renderContent(scene)} ${this.#dialog.render()}
    </div>`;
  }

  #renderContent(scene: Scene) {
    const situation = this.#situation;
    switch (situation) {
      case 'unsupported':
      case 'impersonating':
      case 'unknown':
      case 'forbidden':
        return plainNotice(scene, situation);
      case 'loading':
        return skeleton(scene);
      case 'empty':
        return emptyNotice(scene);
      default:
        return html`${this.#renderFailure(scene)} ${this.#renderList(scene)}`;
    }
  }

  #renderFailure(scene: Scene) {
    const { error, entries, asOf } = this.#pages;
    if (!error) return nothing;
    const retry = () => void this.#pages.retry();
    const situation = this.#situation;
    return failureNotice({ ...scene, situation, error, asOf: entries.length ? asOf : null, retry });
  }

  #renderList(scene: Scene) {
    const { entries, hasMore, phase } = this.#pages;
    if (!entries.length) return nothing;
    const words = this.localize.messages.access;
    const busy = phase.is === 'loading' && phase.task === 'more';
    return html`<ul class="list" part="list" aria-label=${words.label}>
        ${repeat(
          entries,
          ({ id }) => id,
          (record) => accessEntry({ ...scene, record, end: () => this.#ask(record) }),
        )}
      </ul>
      ${
        hasMore
          ? html`<button
              class="button more"
              part="load-more"
              type="button"
              aria-disabled=${busy}
              @click=${() => void this.loadMore()}
            >
              ${busy ? words.loading : words.more}
            </button>`
          : nothing
      }`;
  }

  #ask(record: AccessRecord): void {
    if (this.#pages.client) this.#dialog.open(this.#pages.client, record);
  }

  /** What had the focus may be gone, as the last of its kind: the focus stays where it was, or near. */
  #keepFocus(): void {
    if (!this.#focused || this.#focused.isConnected || this.shadowRoot?.activeElement) return;
    const near = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-access], .base')];
    const heir = near.find(({ dataset }) => dataset['access'] === this.#nearby) ?? near[0];
    heir?.focus();
  }

  #onFailed(error: ImpersonationError): void {
    this.dispatchEvent(new ImpersonationFailedEvent(error));
  }

  #onNews(records: readonly AccessRecord[]): void {
    for (const record of records) announce(headline({ localize: this.localize }, record));
  }

  #onEnded(record: AccessRecord): void {
    this.#pages.replace(record);
    announce(headline({ localize: this.localize }, record));
    // It may have been over before, by itself or by somebody else.
    if (record.endCause === 'revoked-by-subject') this.dispatchEvent(new AccessEndedEvent(record));
  }
}
