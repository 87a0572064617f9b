import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { ActivityQuery, EndCause, Status } from '../../core/protocol.js';
import { ImpersonationFailedEvent, SessionRangeChangeEvent } from '../events.js';
import { announce } from '../internal/announce.js';
import { Brought, dressed } from '../internal/brought.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { toFilter, type Filters, type Period } from '../internal/session-filters.js';
import { situations } from '../internal/situations.js';
import { controls, tokens } from '../internal/tokens.js';
import { zoneOf } from '../internal/zone.js';
import { chart } from '../messages/en/chart.js';
import { record } from '../messages/en/record.js';
import { rangeOf, type Picked, type TimeRange } from './brush.js';
import { chartView } from './chart-view.js';
import { Companion } from './companion.js';
import { Counting } from './counting.js';
import { unsupportedNotice } from './notices.js';
import { Picking } from './picking.js';
import { styles } from './session-activity-chart.styles.js';
import { sayCounts, timeOf, type Scene } from './words.js';

/** Changing one of these asks a new question. */
const asks = [
  'query',
  'actor',
  'subject',
  'status',
  'endCause',
  'period',
  'from',
  'to',
  'bucket',
  'timezone',
];

/** An attribute that is taken away asks for nothing. */
const orEmpty = { fromAttribute: (value: string | null) => value ?? '' };

/**
 * Shows how many sessions began when, and lets a part of that time be picked: by dragging, by two presses, by the keys,
 * or from the same numbers as a table. With `for`, it counts what the `<session-audit-table>` of that id asks for, and the range
 * that is picked is that table's time.
 *
 * @summary Impersonations over time, and a range of time to pick.
 * @tagname session-activity-chart
 *
 * @fires {SessionRangeChangeEvent} session-range-change - Another range was picked, or none any more. Does not bubble.
 * @fires {ImpersonationFailedEvent} impersonation-failed - The counts could not be loaded.
 *
 * @csspart base - Everything.
 * @csspart caption - The visible title.
 * @csspart summary - The chart in a sentence.
 * @csspart clear-button - Goes back to the whole time.
 * @csspart table-toggle - Switches between the bars and the table.
 * @csspart plot - What the bars stand in.
 * @csspart svg - The drawing.
 * @csspart bar - How many sessions there were.
 * @csspart bar-blocked - How many of them attempted something that was blocked.
 * @csspart brush - What is picked.
 * @csspart axis - The numbers beside the bars, and the times below them.
 * @csspart tick - One of those.
 * @csspart readout - What is picked, or under the pointer.
 * @csspart legend - What the colors mean.
 * @csspart scroller - What the table scrolls in.
 * @csspart table - The table.
 * @csspart row - A row of it.
 * @csspart pick-button - Picks the time of a row.
 * @csspart skeleton - Stands for bars that are still to come.
 * @csspart empty - Says that there is nothing.
 * @csspart error - Says why there is nothing, or nothing newer.
 * @csspart error-message - The sentence and the code in it.
 * @csspart retry-button - Tries again.
 * @csspart unsupported - Says that the backend does not count.
 *
 * @cssprop [--session-activity-chart-block-size=9rem] - How high the bars may be.
 * @cssprop [--session-activity-chart-bar] - The color of the bars: the accent, when it is not set.
 * @cssprop [--session-activity-chart-blocked] - The color of what was blocked.
 *
 * @cssstate unconfigured - There is no client.
 * @cssstate unsupported - The client cannot count sessions.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There are bars.
 * @cssstate empty - There is nothing to show.
 * @cssstate error - Asking failed.
 * @cssstate offline - The server cannot be reached.
 * @cssstate forbidden - Whoever is signed in may not see the record.
 * @cssstate refreshing - Another answer is awaited while bars are shown.
 */
export class SessionActivityChart extends KitElement {
  static override readonly styles = [tokens, controls, styles];

  /** What the chart is called. "Sessions over time" when empty. */
  @property({ converter: orEmpty }) caption = '';

  /** The id of the `<session-audit-table>` that it goes with: then the filters are the table's. */
  @property({ attribute: 'for', converter: orEmpty }) htmlFor = '';

  /** A question in the language of the record: `actor:sam -mode:read-only umlaut`. */
  @property({ converter: orEmpty }) query = '';

  /** Part of the admin's id, name or e-mail. */
  @property({ converter: orEmpty }) actor = '';

  /** Part of the id, name or e-mail of the person acted as. */
  @property({ converter: orEmpty }) subject = '';

  /** `pending`, `active` or `ended`. */
  @property({ converter: orEmpty }) status: Status | '' = '';

  /** How it ended. */
  @property({ attribute: 'end-cause', converter: orEmpty }) endCause: EndCause | '' = '';

  /** Counted back from now; or `all`; or `custom`, which is `from` and `to`. */
  @property({ converter: orEmpty }) period: Period | '' = '30d';

  /** Started at or after: ISO 8601. */
  @property({ converter: orEmpty }) from = '';

  /** Started before: ISO 8601. */
  @property({ converter: orEmpty }) to = '';

  /** `hour`, `day`, `week`, or `auto`: as the period allows. */
  @property({ converter: orEmpty }) bucket: NonNullable<ActivityQuery['bucket']> | '' = 'auto';

  /** `local`, `utc` or the name of a time zone: whose hours, days and weeks are counted. */
  @property({ converter: orEmpty }) timezone = 'local';

  /** Shows the table instead of the bars. */
  @property({ type: Boolean, reflect: true, attribute: 'as-table' }) asTable = false;

  /** What is picked: `{ from, to }` in ISO 8601, or `null` for the whole time. */
  @property({ attribute: false }) selection: TimeRange | null = null;

  protected readonly localize = new LocalizeController(this, { chart, record });
  readonly #counting = new Counting(this, {
    query: () => ({
      ...toFilter(this.#filters, this.now()),
      bucket: this.bucket === '' ? 'auto' : this.bucket,
      timeZone: zoneOf(this.timezone),
    }),
    failed: (error) => this.dispatchEvent(new ImpersonationFailedEvent(error)),
  });
  readonly #picking = new Picking(this, {
    buckets: () => this.#counting.activity?.buckets ?? [],
    selection: () => this.selection,
    settled: (picked) => this.#tell(picked),
  });
  readonly #table = new Brought(
    this,
    async () => (await dressed(this, import('./bucket-table.js'))).bucketTable,
  );
  readonly #companion = new Companion(this);
  #focused: Element | null = null;

  /** Asks again for what is shown. */
  async refresh(): Promise<void> {
    await this.#counting.ask();
  }

  /** Goes back to the whole time, and says so. */
  clear(): void {
    this.#picking.settle(null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // what was shown before it left the page was forgotten
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#companion.find();
    const client = this.isConnected ? this.backend : undefined;
    if (client !== this.#counting.client) this.#counting.use(client);
    else if (asks.some((name) => changed.has(name))) void this.#counting.ask();
    if (changed.has('selection')) this.#picking.drop();
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(): void {
    const { situation, activity, waiting } = this.#counting;
    for (const name of situations) this.mark(name, name === situation);
    this.mark('refreshing', waiting !== 'no' && activity !== null);
    // What had the focus may be gone: the focus stays in the chart.
    if (!this.#focused || this.#focused.isConnected) return;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('.edge') ?? find('.scroller') ?? find('.button'))?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { situation } = this.#counting;
    if (situation === 'unconfigured') return nothing;
    const caption = this.caption || this.localize.messages.chart.caption;
    return html`<div class="base" part="base" role="group" aria-label=${caption} @keydown=${this.#onKey}>
      ${
        situation === 'unsupported'
          ? unsupportedNotice(this.#scene)
          : chartView({
              ...this.#scene,
              caption,
              query: this.query,
              counting: this.#counting,
              picking: this.#picking,
              asTable: this.asTable,
              table: this.#table,
              toggleTable: () => (this.asTable = !this.asTable),
              clear: () => this.clear(),
              retry: () => void this.refresh(),
            })
      }
    </div>`;
  }

  get #scene(): Scene {
    return { localize: this.localize, zone: zoneOf(this.timezone) };
  }

  get #filters(): Omit<Filters, 'sort'> {
    const { query, actor, subject, status, endCause, period, from, to, timezone } = this;
    return { query, actor, subject, status, endCause, period, from, to, timezone };
  }

  /** Tells everybody what is picked now. */
  #tell(picked: Picked | null): void {
    const before = this.selection;
    this.selection = rangeOf(this.#counting.activity?.buckets ?? [], picked);
    const { from = null, to = null } = this.selection ?? {};
    if (from === (before?.from ?? null) && to === (before?.to ?? null)) return;
    this.#announce();
    this.#companion.give(this.selection);
    this.dispatchEvent(new SessionRangeChangeEvent(from, to));
  }

  #announce(): void {
    const { activity } = this.#counting;
    if (!activity) return;
    const picked = this.#picking.pickedBuckets;
    const buckets = picked.length ? picked : activity.buckets;
    announce(sayCounts(this.#scene, buckets, timeOf(this.#scene, activity.bucket, buckets)));
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.#picking.picked) return;
    event.preventDefault(); // a dialog around it stays open
    this.clear();
  };
}
