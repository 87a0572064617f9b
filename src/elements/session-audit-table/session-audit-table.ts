import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import {
  pageLimit,
  type EndCause,
  type ExportFormat,
  type SessionSort,
  type Status,
} from '../../core/vocabulary.js';
import { SecondsController } from '../internal/clock.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { noFilters, toFilter, toQuery, type Period } from '../internal/session-filters.js';
import { situations } from '../internal/situations.js';
import { controls, tokens } from '../internal/tokens.js';
import { zoneOf } from '../internal/zone.js';
import { query } from '../messages/en/query.js';
import { endCauses, record } from '../messages/en/record.js';
import { table } from '../messages/en/table.js';
import { createAsking } from './asking.js';
import { Brought, dressed } from '../internal/brought.js';
import { Cells } from './cells.js';
import { ColumnLayout } from './column-layout.js';
import { readColumns } from './columns.js';
import { Exports } from './exports.js';
import { Following } from './following.js';
import { KeptFocus } from './kept-focus.js';
import { News } from './news.js';
import { unsupportedNotice } from './notices.js';
import { OpenRow } from './open-row.js';
import { Question } from './question.js';
import { Revoking } from './revoking.js';
import { RowKeys } from './row-keys.js';
import { RowWindow } from './row-window.js';
import type { SavedView, ViewStore } from './saved-view.js';
import { styles } from './session-audit-table.styles.js';
import type { SessionSource } from './session-source.js';
import { TableRows } from './table-rows.js';
import { tableView, type TableView } from './table-view.js';
import { UrlState } from './url-state.js';
import { Viewing } from './viewing.js';
import type { Scene } from './words.js';

/** An attribute that is taken away asks for nothing. */
const orEmpty = { fromAttribute: (value: string | null) => value ?? '' };

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
  readonly #question = new Question(this);
  readonly #news = new News(this, this.localize);
  readonly #following = new Following(this, {
    always: () => this.live,
    interval: () => this.liveInterval,
    now: () => this.now(),
    query: () => toQuery(this.#question.filters, this.now(), this.pageSize),
    failed: this.#news.failed,
    arrived: this.#news.arrived,
  });
  readonly #revoking = new Revoking(this, this.localize, {
    revoked: (session) => {
      this.#following.pages.replace(session);
      this.#news.revoked(session);
      this.#focus.to(`[data-session="${CSS.escape(session.id)}"] .expander`);
    },
    failed: this.#news.failed,
  });
  readonly #rows = new RowWindow(this, new TableRows(() => this.#view));
  readonly #opening = new OpenRow(this, this.#following, (index) => this.#rows.reveal(index));
  readonly #layout = new ColumnLayout(this, this.localize, (selector) => this.#focus.to(selector));
  readonly #cells = new Cells(
    this,
    () => this.#view,
    (step) => this.#rows.reveal(this.#rows.focusedRow + step),
  );
  readonly #keys = new RowKeys(this.#rows, {
    letters: () => this.shortcuts !== 'off',
    toggle: (index) => {
      const record = this.#following.pages.at(index);
      if (record) this.#opening.toggle(record);
    },
    values: (row) => this.#cells.enter(row),
    help: () => this.#help(true),
  });
  readonly #exporting = new Exports(this, {
    client: () => this.backend,
    query: () => ({ ...toFilter(this.#question.filters, this.now()), timeZone: zoneOf(this.timezone) }),
    ended: (state, format) => {
      // The button that was pressed may be about to go.
      if (this.shadowRoot?.activeElement?.closest('.panel')) this.#focus.to('.panel');
      this.#news.exported(state, format);
    },
  });
  readonly #viewing = new Viewing(this, {
    fixed: () => this.views,
    store: () => this.viewStore,
    look: () => this.#question.look,
    show: ({ columns, ...filters }) => {
      this.#question.change(filters);
      this.#layout.change(readColumns(columns));
    },
    focus: (selector) => this.#focus.to(selector),
  });
  readonly #asking = createAsking(this, {
    get: () => this.query,
    set: (query) => this.#ask(query),
  });
  readonly #columnList = new Brought(
    this,
    async () => (await dressed(this, import('./column-list.js'))).columnList,
  );
  readonly #detail = new Brought(
    this,
    async () => (await dressed(this, import('./session-detail.js'))).detailCell,
  );
  readonly #keysHelp = new Brought(
    this,
    async () => (await dressed(this, import('./keys-help.js'))).keysHelp,
  );
  readonly #withRows = new Brought(this, () => dressed(this, import('./with-rows.js')));
  readonly #focus = new KeptFocus(this, '.scroller');
  /** What is drawn now. */
  #view!: TableView;
  #helping = false;

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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('openRow')) this.#opening.asked(changed.get('openRow') ?? '');
    const client = this.isConnected ? this.backend : undefined;
    const source = this.isConnected ? this.dataSource : undefined;
    if (client !== this.#following.client || source !== this.#following.source)
      this.#following.use(client, source);
    else if (this.#question.isAnother(changed)) void this.#askAnew();
  }

  protected override updated(): void {
    const { situation, running, pages } = this.#following;
    for (const name of situations) this.mark(name, name === situation);
    this.mark('refreshing', pages.phase.is === 'loading' && pages.count > 0);
    this.mark('live', running);
    this.mark('exporting', this.#exporting.isRunning);
    if (['ready', 'failed'].includes(pages.phase.is)) void this.#withRows.bring();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { situation } = this.#following;
    if (situation === 'unconfigured') return nothing;
    const scene = { localize: this.localize, zone: zoneOf(this.timezone), now: this.now() };
    return html`<div class="base" part="base">
      ${situation === 'unsupported' ? unsupportedNotice(scene) : tableView((this.#view = this.#viewIn(scene)))}
      ${this.#revoking.render(this.localize)}
      ${
        this.#helping
          ? this.#keysHelp.show((keysHelp) => keysHelp(scene, () => this.#help(false)), this.localize)
          : nothing
      }
    </div>`;
  }

  #viewIn(scene: Scene): TableView {
    return {
      ...scene,
      ...this.#asking,
      caption: this.caption || this.localize.messages.table.caption,
      filters: this.#question.filters,
      change: this.#question.change,
      clear: () => this.#ask(noFilters.query),
      following: this.#following,
      refresh: () => void this.refresh(),
      live: this.live,
      follow: () => (this.live = !this.live),
      more: () => void this.loadMore(),
      showFresh: () => this.#showFresh(),
      toggle: this.#opening.toggle,
      detail: this.#detail,
      revoke: (record) => {
        if (this.backend) this.#revoking.open({ client: this.backend, session: record });
      },
      shortcuts: this.shortcuts !== 'off',
      onKeyDown: this.#keys.onKeyDown,
      onCell: this.#cells.onEvent,
      columns: this.#layout.columns,
      columnList: this.#columnList,
      withRows: this.#withRows,
      resize: this.#layout.resize,
      moveColumn: this.#layout.move,
      showColumn: this.#layout.toggle,
      resetWidths: this.#layout.resetWidths,
      exporting: this.#exporting,
      viewing: this.#viewing,
    };
  }

  #ask(query: string): void {
    this.#question.change({ query });
    this.#focus.to('[name=query]');
  }

  async #askAnew(): Promise<void> {
    if (!(await this.#following.ask({ delay: this.#question.takeDelay() }))) return;
    this.#rows.toTop();
    this.#news.found(this.#following.pages);
  }

  #showFresh(): void {
    if (!this.#following.pages.showFresh()) void this.refresh();
    this.#focus.to('.scroller');
    this.#rows.toTop();
  }

  #help(open: boolean): void {
    this.#helping = open;
    this.requestUpdate();
  }
}
