import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import { RowToggleEvent } from '../events.js';
import type { Following } from './following.js';

type Host = ReactiveControllerHost & EventTarget & { openRow: string };

/** Opens and closes rows; and the one that the host asks for, once it is there. */
export class OpenRow implements ReactiveController {
  readonly #host: Host;
  readonly #following: Following;
  readonly #reveal: (index: number) => void;
  /** The `openRow` that is still to be opened. */
  #wanted = '';

  constructor(host: Host, following: Following, reveal: (index: number) => void) {
    this.#host = host;
    this.#following = following;
    this.#reveal = reveal;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#wanted || this.#following.pages.phase.is !== 'ready') return;
    void this.#open(this.#wanted);
    this.#wanted = '';
  }

  /** The host asks for another one than `before`. What was opened here is open already. */
  asked(before: string): void {
    const { openRow } = this.#host;
    const { expanded, pages } = this.#following;
    this.#wanted = expanded.has(openRow) ? '' : openRow;
    const closed = openRow ? undefined : pages.at(this.#following.placeOf(before));
    if (closed && expanded.has(before)) this.toggle(closed);
  }

  readonly toggle = (record: SessionRecord): void => {
    const host = this.#host;
    const expanded = this.#following.toggle(record);
    if (expanded || host.openRow === record.id) host.openRow = expanded ? record.id : '';
    host.dispatchEvent(new RowToggleEvent(record.id, expanded));
  };

  async #open(sessionId: string): Promise<void> {
    const index = await this.#following.find(sessionId);
    const record = this.#following.pages.at(index);
    if (!record || this.#host.openRow !== sessionId || this.#following.expanded.has(sessionId)) return;
    this.toggle(record);
    this.#reveal(index);
  }
}
