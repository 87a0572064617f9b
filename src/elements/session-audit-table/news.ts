import type { ImpersonationError } from '../../core/errors.js';
import type { ExportFormat, SessionRecord } from '../../core/protocol.js';
import { ImpersonationFailedEvent, SessionRevokedEvent, SessionsExportedEvent } from '../events.js';
import { announce } from '../internal/announce.js';
import type { ExportState } from './exports.js';
import type { SessionPages } from './session-pages.js';
import { peopleOf, type Scene } from './words.js';

/** How long before fresh rows are announced again, in milliseconds. The button that counts them is there all the time. */
const restBetweenAnnouncements = 10_000;

/** What the table tells: the page by events, whoever listens by sentences. */
export class News {
  readonly #host: EventTarget;
  readonly #localize: Scene['localize'];
  #announcedAt = -Infinity;

  constructor(host: EventTarget, localize: Scene['localize']) {
    this.#host = host;
    this.#localize = localize;
  }

  readonly failed = (error: ImpersonationError): void => {
    this.#host.dispatchEvent(new ImpersonationFailedEvent(error));
  };

  /** So many rows are the answer. */
  found({ total, count: loaded }: SessionPages): void {
    const count = total?.count ?? loaded;
    announce(this.#localize.messages.table.found({ count, number: this.#localize.number(count) }));
  }

  /** So many rows arrived, and wait to be shown. */
  readonly arrived = (count: number): void => {
    if (performance.now() - this.#announcedAt < restBetweenAnnouncements) return;
    this.#announcedAt = performance.now();
    announce(this.#localize.messages.table.fresh({ count, number: this.#localize.number(count) }));
  };

  exported(state: ExportState, format: ExportFormat): void {
    const words = this.#localize.messages.query.export;
    if (state.is === 'canceled') announce(words.canceled);
    if (state.is === 'failed') this.failed(state.error);
    if (state.is !== 'done') return;
    const { rows, complete } = state.file;
    announce(words.done({ count: rows, number: this.#localize.number(rows) }));
    this.#host.dispatchEvent(new SessionsExportedEvent(format, rows, complete));
  }

  revoked(session: SessionRecord): void {
    announce(this.#localize.messages.table.revoke.done(peopleOf(session)));
    this.#host.dispatchEvent(new SessionRevokedEvent(session));
  }
}
