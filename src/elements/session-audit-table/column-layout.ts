import { ColumnsChangeEvent } from '../events.js';
import { announce } from '../internal/announce.js';
import {
  moved,
  readColumns,
  resized,
  toggled,
  writeColumns,
  type Column,
  type ColumnName,
} from './columns.js';
import type { Scene } from './words.js';

type Host = EventTarget & { columns: string };

/** The columns as the table has them now, and what somebody does to them. */
export class ColumnLayout {
  readonly #host: Host;
  readonly #localize: Scene['localize'];
  readonly #focus: (selector: string) => void;
  #read: readonly Column[] = [];
  #text: string | undefined;

  constructor(host: Host, localize: Scene['localize'], focus: (selector: string) => void) {
    this.#host = host;
    this.#localize = localize;
    this.#focus = focus;
  }

  /** The very same list as long as nothing changed: rows are drawn again when it is another one. */
  get columns(): readonly Column[] {
    if (this.#text !== this.#host.columns) this.#read = readColumns((this.#text = this.#host.columns));
    return this.#read;
  }

  /** Says so, unless that is what they are. */
  readonly change = (columns: readonly Column[]): void => {
    const text = writeColumns(columns);
    if (text === this.#host.columns) return;
    this.#host.columns = text;
    this.#host.dispatchEvent(new ColumnsChangeEvent(text));
  };

  readonly resize = (name: ColumnName, width: number | null): void =>
    this.change(resized(this.columns, name, width));

  readonly resetWidths = (): void => this.change(this.columns.map(({ name }) => ({ name, width: null })));

  readonly toggle = (name: ColumnName): void => this.change(toggled(this.columns, name));

  readonly move = (name: ColumnName, by: -1 | 1): void => {
    this.change(moved(this.columns, name, by));
    const { columns } = this;
    const place = columns.findIndex((column) => column.name === name) + 1;
    const { columnMenu: words, columns: names } = this.#localize.messages.table;
    const number = (value: number) => this.#localize.number(value);
    announce(words.moved({ column: names[name], place: number(place), count: number(columns.length) }));
    this.#focus(`[data-move="${name} ${by}"]`);
  };
}
