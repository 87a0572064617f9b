/**
 * The measure of the table: a window over a native `<table>` with plain text in its cells, written by hand for this
 * purpose. It cannot do anything but scroll.
 *
 * @module
 */

import type { SessionRecord } from '../../../src/core/protocol.js';
import type { SessionSet } from '../../../src/elements/session-audit-table/session-source.js';

const height = 64;
const tallest = 8_000_000;
const labels = ['Started', 'Admin', 'Acting as', 'Access', 'Reason', 'Status', ''];
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

export class Prototype {
  readonly scroller = document.createElement('div');
  readonly #before = document.createElement('tr');
  readonly #after = document.createElement('tr');
  readonly #body = document.createElement('tbody');
  readonly #pool: HTMLTableRowElement[] = [];
  #set: SessionSet = { count: 0, rows: () => [] };
  #first = -1;

  constructor() {
    this.scroller.className = 'prototype';
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const label of labels) {
      const cell = document.createElement('th');
      cell.textContent = label;
      head.append(cell);
    }
    this.#body.append(this.#before, this.#after);
    table.append(this.#body);
    this.scroller.append(table);
    this.scroller.addEventListener('scroll', () => this.#draw(), { passive: true });
  }

  show(set: SessionSet): void {
    this.#set = set;
    this.#first = -1;
    this.scroller.scrollTop = 0;
    this.#draw();
  }

  #draw(): void {
    const { count } = this.#set;
    const { scrollTop, clientHeight } = this.scroller;
    const physical = Math.min(count * height, tallest);
    const share = physical > clientHeight ? Math.min(1, scrollTop / (physical - clientHeight)) : 0;
    const place = share * Math.max(0, count * height - clientHeight);
    const first = Math.max(0, Math.floor(place / height) - 4);
    if (first === this.#first) return;
    this.#first = first;
    const last = Math.min(count, first + Math.ceil(clientHeight / height) + 8);
    const rows = this.#set.rows(first, last) as SessionRecord[];
    while (this.#pool.length < rows.length) this.#pool.push(newRow());
    const top = Math.max(0, scrollTop - (place - first * height));
    this.#before.style.height = `${String(top)}px`;
    this.#after.style.height = `${String(Math.max(0, physical - top - rows.length * height))}px`;
    this.#pool.forEach((row, index) => {
      const record = rows[index];
      if (!record) row.remove();
      else {
        write(row, record);
        if (!row.isConnected) this.#after.before(row);
      }
    });
  }
}

function newRow(): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (const label of labels) {
    const cell = row.insertCell();
    cell.append(document.createTextNode(label), document.createElement('br'), document.createTextNode(''));
  }
  return row;
}

function write(row: HTMLTableRowElement, record: SessionRecord): void {
  const { actor, subject, mode, reason, caseNumber, status, endCause } = record;
  const texts = [
    [date.format(Date.parse(record.createdAt)), ''],
    [actor.name, actor.email],
    [subject.name, subject.email],
    [mode, ''],
    [reason, caseNumber],
    [status, endCause],
    ['Details', ''],
  ];
  texts.forEach(([first, second], index) => {
    const cell = row.cells[index];
    if (cell?.firstChild) cell.firstChild.nodeValue = first ?? '';
    if (cell?.lastChild) cell.lastChild.nodeValue = second ?? '';
  });
}
