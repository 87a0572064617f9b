import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { ImpersonationError } from '../../core/errors.js';
import type { SessionRecord } from '../../core/protocol.js';
import {
  pageLimit,
  type EndCause,
  type ExportFormat,
  type SessionSort,
  type Status,
} from '../../core/vocabulary.js';
import { asksForTime, parseQuery } from '../../core/query/index.js';
import {
  ColumnsChangeEvent,
  ImpersonationFailedEvent,
  RowToggleEvent,
  SessionQueryChangeEvent,
  SessionRevokedEvent,
  SessionsExportedEvent,
} from '../events.js';
import { announce } from '../internal/announce.js';
import { SecondsController } from '../internal/clock.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { controls, tokens } from '../internal/tokens.js';
import { noFilters, toFilter, toQuery, type Filters, type Period } from '../internal/session-filters.js';
import { situations } from '../internal/situations.js';
import {
  moved,
  readColumns,
  resized,
  toggled,
  writeColumns,
  type Column,
  type ColumnName,
} from './columns.js';
import { createAsking } from './asking.js';
import { Brought } from './brought.js';
import { Cells } from './cells.js';
import { Exporting, type ExportState } from './exporting.js';
import { Following } from './following.js';
import { unsupportedNotice } from './notices.js';
import { RevokeDialog } from './revoke-dialog.js';
import { RowKeys } from './row-keys.js';
import { RowWindow } from './row-window.js';
import { styles } from './session-audit-table.styles.js';
import type { SessionSource } from './session-source.js';
import { TableRows } from './table-rows.js';
import { tableView, type TableView } from './table-view.js';
import { peopleOf, type Scene } from './words.js';
import { zoneOf } from '../internal/zone.js';
import { query } from '../messages/en/query.js';
import { endCauses, record } from '../messages/en/record.js';
import { table } from '../messages/en/table.js';
import type { Look, SavedView, ViewStore } from './saved-view.js';
import { UrlState } from './url-state.js';
import { Viewing } from './viewing.js';

/** Changing one of these asks a new question. */
const asks = ['query', 'actor', 'subject', 'status', 'endCause', 'period', 'from', 'to', 'sort', 'pageSize'];

/** An attribute that is taken away asks for nothing. */
const orEmpty = { fromAttribute: (value: string | null) => value ?? '' };

/** How long a pause in typing is waited for, in milliseconds. */
const typingPause = 250;

/** How long before news is announced again, in milliseconds. The button that counts it is there all the time. */
const restBetweenAnnouncements = 10_000;

/**
 * Shows who acted as whom, when, why and how it ended, and what happened in each session. Rows of sessions that go on
 * change where they stand; new ones wait until they are asked for, so that nothing moves under the reader.
 *
 * @summary The record of impersonations: filter, sort, open, revoke.
 * @tagname session-audit-table
 *
 * @slot toolbar-end - More controls beside the table's own.
 * @slot footer - Below the table, after "Load more".
 *
 * @fires {RowToggleEvent} row-toggle - A row was opened or closed. Does not bubble.
 * @fires {ColumnsChangeEvent} columns-change - Columns were chosen or resized. Does not bubble.
 * @fires {SessionQueryChangeEvent} session-query-change - Something else is asked, by whoever sits there. Does not bubble.
 * @fires {SessionsExportedEvent} sessions-exported - A file with sessions was handed to the browser.
 * @fires {SessionRevokedEvent} session-revoked - A session was revoked from here.
 * @fires {ImpersonationFailedEvent} impersonation-failed - Something could not be loaded or revoked.
 *
 * @csspart base - Everything.
 * @csspart toolbar - The line with the title, the count and the buttons.
 * @csspart caption - The visible title.
 * @csspart count - How many rows are shown, and of how many.
 * @csspart live-button - Switches between following the record and looking when asked.
 * @csspart refresh-button - Asks again.
 * @csspart filters - What is asked, and of which time.
 * @csspart query - The field in which the question is typed.
 * @csspart query-problems - What of it was not understood.
 * @csspart suggestion - Puts in what may have been meant.
 * @csspart chip - A filter of the question.
 * @csspart chip-remove - Takes it away.
 * @csspart add-filter-button - Opens the panel in which a filter is put together.
 * @csspart panel - A panel that a button of the toolbar opened.
 * @csspart views-button - Opens the views, and names the one that is used.
 * @csspart view-changed - Says that the table was changed since.
 * @csspart view - Shows a view.
 * @csspart rename-button - Renames one.
 * @csspart delete-button - Deletes one.
 * @csspart undo-button - Brings it back.
 * @csspart update-button - Saves what is shown as the view that is used.
 * @csspart replace-button - Saves it as the view that has the name already.
 * @csspart export-button - Opens what can be exported.
 * @csspart format-button - Exports in a format.
 * @csspart export-progress - How far an export is.
 * @csspart export-outcome - How it ended.
 * @csspart zone - Chooses the time zone.
 * @csspart value-button - Opens what can be done with a value, in the details or in a cell.
 * @csspart value-menu - What it opens, in a cell.
 * @csspart filter-for - Asks for sessions with this value.
 * @csspart filter-out - Asks for sessions without it.
 * @csspart copy - Copies it.
 * @csspart field - A field, such as the one for the reason of a revocation.
 * @csspart clear-button - Clears the filters.
 * @csspart fresh-button - Shows the sessions that arrived meanwhile.
 * @csspart scroller - What scrolls.
 * @csspart table - The table.
 * @csspart header - Its head.
 * @csspart header-cell - A cell of the head.
 * @csspart sort-button - Sorts by a column.
 * @csspart resize-handle - The slider at the edge of a column's header that sets its width.
 * @csspart columns-button - Opens the list of columns.
 * @csspart column-menu - The list of columns.
 * @csspart move-button - Moves a column to the place before, or after.
 * @csspart reset-widths-button - Makes all columns as wide as usual.
 * @csspart row - A session.
 * @csspart row-expanded - A session whose details are open.
 * @csspart cell - A cell of a session.
 * @csspart mode - The kind of access.
 * @csspart status - The status.
 * @csspart revoke-button - Asks for the reason to revoke a session.
 * @csspart expander - Opens and closes the details of a session.
 * @csspart detail - The row with the details.
 * @csspart facts - What is known of the session, in the details.
 * @csspart events - What happened, in the details.
 * @csspart event - One thing that happened.
 * @csspart skeleton - A row that stands for one which is still to come.
 * @csspart empty - Says that there is nothing.
 * @csspart error - Says why there is nothing, or nothing newer.
 * @csspart error-message - The sentence and the code in it.
 * @csspart retry-button - Tries again.
 * @csspart unsupported - Says that the backend keeps no list.
 * @csspart footer - The line below the table.
 * @csspart load-more - Loads the next page.
 * @csspart dialog - Asks for the reason to revoke a session.
 * @csspart cancel-button - Leaves the dialog, or cancels the export.
 * @csspart submit-button - Revokes, or saves a name.
 * @csspart icon - Any icon.
 *
 * @cssprop [--session-audit-table-max-block-size=min(46rem, 80vh)] - How high it grows before it scrolls.
 *
 * @cssstate unconfigured - There is no client.
 * @cssstate unsupported - The client cannot list sessions.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There are rows.
 * @cssstate empty - There is nothing to show.
 * @cssstate error - Asking failed.
 * @cssstate offline - The server cannot be reached.
 * @cssstate forbidden - Whoever is signed in may not see the record.
 * @cssstate refreshing - Another answer is awaited while rows are shown.
 * @cssstate exporting - A file is on its way.
 * @cssstate live - Rows are kept true by themselves.
 */
export class SessionAuditTable extends KitElement {
  static override readonly styles = [tokens, controls, styles];

  /** What the table is called. "Impersonation sessions" when empty. */
  @property({ converter: orEmpty }) caption = '';

  /**
   * What is asked, in the language of the record: words to find anywhere, `actor:sam`, `-mode:read-only`,
   * `cause:revoked,idle`, `time>=2026-11-01`. See docs/protocol.md.
   */
  @property({ converter: orEmpty }) query = '';

  /** Part of the admin's id, name or e-mail: given by the page, and not to be cleared in the table. So are the next three. */
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

  /** `createdAt`, `actor` or `subject`; descending with `-` before it. */
  @property({ converter: orEmpty }) sort: SessionSort | '' = '-createdAt';

  /** Rows to load at a time: 1 to 200. */
  @property({ type: Number, attribute: 'page-size' }) pageSize: number = pageLimit.usual;

  /** `local`, `utc` or the name of a time zone. */
  @property({ converter: orEmpty }) timezone = 'local';

  /** `replace`, `push`: keeps what is asked, and the open row, in the address of the page; each change a step back, or none. */
  @property({ attribute: 'url-state', converter: orEmpty }) urlState: 'off' | 'replace' | 'push' | '' = 'off';

  /** What its parameters in the address begin with. */
  @property({ attribute: 'url-prefix' }) urlPrefix = 'audit.';

  /** Writes names of people and words into the address, too. Addresses end up in logs. */
  @property({ type: Boolean, attribute: 'url-personal' }) urlPersonal = false;

  /** Looks for news even while no session goes on. */
  @property({ type: Boolean, reflect: true }) live = false;

  /** Seconds between two looks for news. */
  @property({ type: Number, attribute: 'live-interval' }) liveInterval = 5;

  /**
   * The columns, in their order, and how wide in rem where that is not as usual: `started actor:14 reason`. There are
   * `started`, `actor`, `subject`, `mode`, `reason` and `status`. All of them when empty.
   */
  @property({ converter: orEmpty }) columns = '';

  /** The id of the session whose row is open: the last one that was opened. Setting it opens that row, if it is found. */
  @property({ attribute: 'open-row', converter: orEmpty }) openRow = '';

  /** `off`: single letters (J, K, O, F and ?) do nothing. */
  @property({ converter: orEmpty }) shortcuts: 'on' | 'off' | '' = 'on';

  /** Views that everybody has: instead of the kit's own. None, when it is empty. */
  @property({ attribute: false }) views: readonly SavedView[] | undefined;

  /** Where a person's own views are kept: in this browser, when there is none. `null`: nowhere, and there are none. */
  @property({ attribute: false }) viewStore: ViewStore | null | undefined;

  /** Rows from elsewhere than the client's list. */
  @property({ attribute: false }) dataSource: SessionSource | undefined;

  protected readonly localize = new LocalizeController(this, { endCauses, query, record, table });
  readonly #following = new Following(this, {
    always: () => this.live,
    interval: () => this.liveInterval,
    now: () => this.now(),
    query: () => toQuery(this.#filters, this.now(), this.pageSize),
    failed: (error) => this.#onFailed(error),
    arrived: (count) => this.#announceFresh(count),
  });
  readonly #dialog = new RevokeDialog(this, this.localize, {
    revoked: (session) => this.#onRevoked(session),
    failed: (error) => this.#onFailed(error),
  });
  readonly #rows = new RowWindow(this, new TableRows(() => this.#view));
  readonly #keys = new RowKeys(this.#rows, {
    letters: () => this.shortcuts !== 'off',
    toggle: (index) => {
      const record = this.#following.pages.at(index);
      if (record) this.#toggle(record);
    },
    values: (row) => this.#cells.enter(row),
    help: () => this.#help(true),
  });
  readonly #cells = new Cells(
    this,
    () => this.#view,
    (step) => this.#rows.reveal(this.#rows.focusedRow + step),
  );
  #view!: TableView;
  #helping = false;
  /** The `openRow` that is still to be opened. */
  #toOpen = '';
  readonly #columnList = new Brought(this, async () => (await import('./column-list.js')).columnList);
  readonly #detail = new Brought(this, async () => (await import('./session-detail.js')).detailCell);
  readonly #keysHelp = new Brought(this, async () => (await import('./keys-help.js')).keysHelp);
  #columns: readonly Column[] = readColumns('');
  readonly #exporting = new Exporting(this, {
    client: () => this.backend,
    query: () => ({ ...toFilter(this.#filters, this.now()), timeZone: zoneOf(this.timezone) }),
    ended: (state, format) => this.#onExported(state, format),
  });
  readonly #viewing = new Viewing(this, {
    fixed: () => this.views,
    store: () => this.viewStore,
    look: () => {
      const { query, period, from, to, sort, timezone } = this.#filters;
      // As they are when nothing is said.
      return {
        query,
        period: period || 'all',
        from,
        to,
        sort: sort || '-createdAt',
        timezone: timezone || 'local',
        columns: this.columns,
      };
    },
    show: (look) => this.#show(look),
    focus: (selector) => this.#focus(selector),
  });
  readonly #asking = createAsking(this, {
    get: () => this.query,
    set: (query) => {
      this.#change({ query });
      this.#focus('[name=query]');
    },
  });
  #typing = false;
  #focused: Element | null = null;
  #announcedAt = -Infinity;

  constructor() {
    super();
    new UrlState(this);
    new SecondsController(this, () => this.#following.pages.count > 0);
  }

  /** Exports what is asked, as the button does; resolves when it is over. */
  async exportAll(format: ExportFormat): Promise<void> {
    await this.#exporting.start(format);
  }

  /** Asks again for what is shown. */
  async refresh(): Promise<void> {
    await this.#following.ask({ rows: this.#following.pages.rows.length });
  }

  /** Loads the next page, if there is one. */
  async loadMore(): Promise<void> {
    await this.#following.pages.more();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // what was shown before it left the page was forgotten
  }

  protected override willUpdate(changed: PropertyValues): void {
    const client = this.isConnected ? this.backend : undefined;
    if (changed.has('openRow')) this.#onOpenRow((changed as PropertyValues<this>).get('openRow') ?? '');
    if (changed.has('columns')) this.#columns = readColumns(this.columns);
    const source = this.isConnected ? this.dataSource : undefined;
    if (client !== this.#following.client || source !== this.#following.source)
      this.#following.use(client, source);
    else if (asks.some((name) => changed.has(name)) || this.#asksElsewhen(changed)) void this.#askAnew();
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(): void {
    const { situation, running, pages } = this.#following;
    for (const name of situations) this.mark(name, name === situation);
    this.mark('refreshing', pages.phase.is === 'loading' && pages.count > 0);
    this.mark('live', running);
    this.mark('exporting', this.#exporting.state.is === 'running');
    if (this.#toOpen && pages.phase.is === 'ready') {
      void this.#open(this.#toOpen);
      this.#toOpen = '';
    }
    // What had the focus may be gone, as the last of its kind: the focus stays in the table.
    if (this.#focused && !this.#focused.isConnected) this.#focus('.scroller', 'unless taken');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { situation } = this.#following;
    if (situation === 'unconfigured') return nothing;
    const scene = { localize: this.localize, zone: zoneOf(this.timezone), now: this.now() };
    return html`<div class="base" part="base">
      ${situation === 'unsupported' ? unsupportedNotice(scene) : this.#renderTable(scene)}
      ${this.#dialog.render()}
      ${
        this.#helping
          ? this.#keysHelp.show((keysHelp) => keysHelp(scene, () => this.#help(false)), this.localize)
          : nothing
      }
    </div>`;
  }

  #renderTable(scene: Scene) {
    return tableView((this.#view = this.#viewOf(scene)));
  }

  #viewOf(scene: Scene): TableView {
    return {
      ...scene,
      columns: this.#columns,
      ...this.#asking,
      exporting: this.#exporting,
      viewing: this.#viewing,
      columnList: this.#columnList,
      detail: this.#detail,
      caption: this.caption || this.localize.messages.table.caption,
      filters: this.#filters,
      following: this.#following,
      live: this.live,
      change: (filters, typing) => this.#change(filters, typing),
      clear: () => {
        this.#change(noFilters);
        this.#focus('[name=query]');
      },
      refresh: () => void this.refresh(),
      follow: () => (this.live = !this.live),
      more: () => void this.loadMore(),
      showFresh: () => {
        if (!this.#following.pages.showFresh()) void this.refresh();
        this.#focus('.scroller');
        this.#rows.toTop();
      },
      toggle: (record) => this.#toggle(record),
      onKeyDown: this.#keys.onKeyDown,
      onCell: this.#cells.onEvent,
      shortcuts: this.shortcuts !== 'off',
      revoke: (record) => {
        if (this.backend) this.#dialog.open(this.backend, record);
      },
      resize: (name, width) => this.#changeColumns(resized(this.#columns, name, width)),
      moveColumn: (name, by) => this.#moveColumn(name, by),
      showColumn: (name) => this.#changeColumns(toggled(this.#columns, name)),
      resetWidths: () => this.#changeColumns(this.#columns.map(({ name }) => ({ name, width: null }))),
    };
  }

  /** What the host wants open. What was opened here is open already. */
  #onOpenRow(before: string): void {
    const { expanded, pages } = this.#following;
    this.#toOpen = expanded.has(this.openRow) ? '' : this.openRow;
    const closed = this.openRow ? undefined : pages.at(this.#following.placeOf(before));
    if (closed && expanded.has(before)) this.#toggle(closed);
  }

  #toggle(record: SessionRecord): void {
    const expanded = this.#following.toggle(record);
    if (expanded || this.openRow === record.id) this.openRow = expanded ? record.id : '';
    this.dispatchEvent(new RowToggleEvent(record.id, expanded));
  }

  async #open(sessionId: string): Promise<void> {
    const index = await this.#following.find(sessionId);
    const record = this.#following.pages.at(index);
    if (!record || this.openRow !== sessionId || this.#following.expanded.has(sessionId)) return;
    this.#toggle(record);
    this.#rows.reveal(index);
  }

  #help(open: boolean): void {
    this.#helping = open;
    this.requestUpdate();
  }

  #moveColumn(name: ColumnName, by: -1 | 1): void {
    const columns = moved(this.#columns, name, by);
    this.#changeColumns(columns);
    const { columnMenu: words, columns: names } = this.localize.messages.table;
    const place = columns.findIndex((column) => column.name === name) + 1;
    const number = (value: number) => this.localize.number(value);
    announce(words.moved({ column: names[name], place: number(place), count: number(columns.length) }));
    this.#focus(`[data-move="${name} ${by}"]`);
  }

  #changeColumns(columns: readonly Column[]): void {
    const text = writeColumns(columns);
    if (text === this.columns) return;
    this.columns = text;
    this.dispatchEvent(new ColumnsChangeEvent(text));
  }

  #change(filters: Partial<Filters>, typing?: 'typing'): void {
    this.#typing = typing === 'typing';
    Object.assign(this, filters);
    const { query, period, from, to, sort, timezone } = this.#filters;
    this.dispatchEvent(new SessionQueryChangeEvent({ query, period, from, to, sort, timezone }));
  }

  #show({ columns, ...filters }: Look): void {
    this.#change(filters);
    this.#changeColumns(readColumns(columns));
  }

  get #filters(): Filters {
    const { query, actor, subject, status, endCause, period, from, to, sort, timezone } = this;
    return { query, actor, subject, status, endCause, period, from, to, sort, timezone };
  }

  #onExported(state: ExportState, format: ExportFormat): void {
    const words = this.localize.messages.query.export;
    // The button that was pressed may be about to go.
    if (this.shadowRoot?.activeElement?.closest('.panel')) this.#focus('.panel');
    if (state.is === 'canceled') announce(words.canceled);
    if (state.is === 'failed') this.#onFailed(state.error);
    if (state.is !== 'done') return;
    const { rows, complete } = state.file;
    announce(words.done({ count: rows, number: this.localize.number(rows) }));
    this.dispatchEvent(new SessionsExportedEvent(format, rows, complete));
  }

  /** Whether another time zone makes another question of it: where it names days. */
  #asksElsewhen(changed: PropertyValues): boolean {
    return changed.has('timezone') && asksForTime(parseQuery(this.query));
  }

  async #askAnew(): Promise<void> {
    const delay = this.#typing ? typingPause : 0;
    this.#typing = false;
    if (!(await this.#following.ask({ delay }))) return;
    this.#rows.toTop();
    const { pages } = this.#following;
    const count = pages.total?.count ?? pages.count;
    announce(this.localize.messages.table.found({ count, number: this.localize.number(count) }));
  }

  #announceFresh(count: number): void {
    if (performance.now() - this.#announcedAt < restBetweenAnnouncements) return;
    this.#announcedAt = performance.now();
    announce(this.localize.messages.table.fresh({ count, number: this.localize.number(count) }));
  }

  #onFailed(error: ImpersonationError): void {
    this.dispatchEvent(new ImpersonationFailedEvent(error));
  }

  #onRevoked(session: SessionRecord): void {
    this.#following.pages.replace(session);
    announce(this.localize.messages.table.revoke.done(peopleOf(session)));
    this.dispatchEvent(new SessionRevokedEvent(session));
    this.#focus(`[data-session="${CSS.escape(session.id)}"] .expander`);
  }

  #focus(selector: string, unless?: 'unless taken'): void {
    void this.updateComplete.then(() => {
      if (unless && this.shadowRoot?.activeElement) return;
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    });
  }
}
