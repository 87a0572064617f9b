/**
 * What can be done with the value of a cell: one button for all of them, which goes to the cell that the pointer or the
 * focus is at. It stands in the room between two columns, where it covers nothing that is read.
 *
 * @module
 */

import { render, type LitElement, type ReactiveController } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import type { QueryKey } from '../../core/query/index.js';
import { isoIn } from '../../core/time-zone.js';
import type { Near } from './cells.js';
import { columnNames, type ColumnName } from './columns.js';
import type { TableView } from './table-view.js';
import { valueMenu, type Value } from './value-menu.js';
import { valueMenuStyles } from './value-menu.styles.js';
import { nameOf } from './words.js';

/** What of a session stands in which column. */
const keysIn: Record<ColumnName, readonly QueryKey[]> = {
  started: ['time'],
  actor: ['actor'],
  subject: ['subject'],
  mode: ['mode'],
  reason: ['reason', 'case', 'category'],
  status: ['status', 'cause'],
};

export const styles = [valueMenuStyles];

export class CellMenu implements ReactiveController {
  readonly #host: LitElement;
  readonly #view: () => TableView;
  readonly #rowAt: (step: number) => Element | null;
  readonly #place = document.createElement('span');
  /** The column it was in last. */
  #column: ColumnName | null = null;

  /** @param rowAt brings the row into view that is so many below the one with the focus. */
  constructor(host: LitElement, view: () => TableView, rowAt: (step: number) => Element | null) {
    this.#host = host;
    this.#view = view;
    this.#rowAt = rowAt;
    this.#place.className = 'cell-menu';
    this.#place.addEventListener('keydown', this.#onKeyDown);
    // The row it stands in may have become another's since it was drawn.
    this.#place.addEventListener('pointerdown', () => this.#draw(), { capture: true });
    host.addController(this);
  }

  hostConnected(): void {
    for (const target of this.#scrolled)
      target.addEventListener('scroll', this.#leave, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    for (const target of this.#scrolled) target.removeEventListener('scroll', this.#leave, { capture: true });
    this.#place.remove();
  }

  hostUpdated(): void {
    this.#draw();
  }

  /** Somebody is near. */
  come({ target, type, touch }: Near): void {
    if (this.#place.contains(target)) return;
    if (type === 'focusin') {
      const row = target.matches(':focus-visible') ? target.closest('.row') : null;
      if (row) this.#put(this.#cellIn(row));
      return;
    }
    const cell = target.closest('.row > *');
    if (type === 'click') {
      // Whoever selects text does not ask for a menu.
      if (touch && nameOfColumn(cell) && getSelection()?.type !== 'Range') this.#open(cell);
    } else if (!touch && !this.#isUsed) {
      if (cell && type === 'pointermove') this.#put(cell);
      else this.#leave();
    }
  }

  /** Gives the focus to the button, in this row. */
  enter(row: Element | null): void {
    if (row) this.#focus(this.#cellIn(row));
  }

  /** The page, and the table in it. */
  get #scrolled(): EventTarget[] {
    return [window, this.#host.renderRoot];
  }

  get #isUsed(): boolean {
    return this.#place.contains((this.#host.renderRoot as ShadowRoot).activeElement);
  }

  get #button(): HTMLButtonElement | null {
    return this.#place.querySelector('button');
  }

  #cellIn(row: Element): Element | null {
    return row.querySelector(`.in-${this.#column ?? ''}`) ?? row.firstElementChild;
  }

  #open(cell: Element | null): void {
    this.#focus(cell);
    if (this.#button?.ariaExpanded === 'false') this.#button.click();
  }

  #focus(cell: Element | null): void {
    this.#put(cell);
    this.#button?.focus();
  }

  #put(cell: Element | null): void {
    if (!cell || cell === this.#place.parentElement) return;
    cell.append(this.#place);
    this.#draw();
  }

  readonly #leave = (): void => {
    if (!this.#isUsed) this.#place.remove();
  };

  #draw(): void {
    const cell = this.#place.parentElement;
    const view = this.#view();
    const { pages } = view.following;
    const id = cell?.closest<HTMLElement>('.row')?.dataset['session'] ?? '';
    const record = pages.at(view.following.placeOf(id));
    const column = nameOfColumn(cell);
    if (!record || !column) {
      this.#place.remove();
      return;
    }
    this.#column = column;
    render(valueMenu(view, `cell ${id} ${column}`, valuesIn(view, record, column), 'over'), this.#place);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (this.#button?.ariaExpanded === 'true' || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = this.#place.closest('.row');
    const forwards = getComputedStyle(this.#host).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const cell = this.#place.parentElement;
      const beside = key === forwards ? cell?.nextElementSibling : cell?.previousElementSibling;
      if (nameOfColumn(beside)) this.#focus(beside ?? null);
    } else if (key === 'ArrowUp' || key === 'ArrowDown') this.enter(this.#rowAt(key === 'ArrowUp' ? -1 : 1));
    else if (key === 'Escape') row?.querySelector<HTMLElement>('.expander')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const nameOfColumn = (cell: Element | null | undefined): ColumnName | null =>
  columnNames.find((name) => cell?.classList.contains(`in-${name}`)) ?? null;

function valuesIn({ localize, zone }: TableView, record: SessionRecord, column: ColumnName): Value[] {
  const { keys } = localize.messages.query;
  return keysIn[column].flatMap((key) => {
    const value = valueOf(record, key, zone);
    return value ? [{ what: keys[key], pick: { ...(key !== 'time' && { key }), value } }] : [];
  });
}

function valueOf(record: SessionRecord, key: QueryKey, zone: string): string | null {
  switch (key) {
    case 'time':
      return isoIn(zone)(Date.parse(record.createdAt));
    case 'actor':
    case 'subject':
      return nameOf(record[key]);
    case 'case':
      return record.caseNumber;
    case 'cause':
      return record.endCause;
    case 'session':
      return record.id;
    case 'reason':
    case 'category':
    case 'status':
    case 'mode':
      return record[key];
  }
}
