/**
 * Which columns the table has, in which order and how wide. Written as a host keeps it: `started actor:14 reason`.
 *
 * @module
 */

export const columnNames = ['started', 'actor', 'subject', 'mode', 'reason', 'status'] as const;
export type ColumnName = (typeof columnNames)[number];

export interface Column {
  readonly name: ColumnName;
  /** In rem; `null` for as wide as usual. */
  readonly width: number | null;
}

/** In rem. */
export const widthLimit = { min: 5, max: 40 } as const;

/** What is no column is left out; without any, there are all of them. */
export function readColumns(text: string): readonly Column[] {
  const read: Column[] = [];
  for (const word of text.split(/\s+/)) {
    const [name, width] = word.split(':');
    const known = columnNames.find((column) => column === name);
    if (known && !read.some((column) => column.name === known))
      read.push({ name: known, width: widthOf(width) });
  }
  return read.length ? read : columnNames.map((name) => ({ name, width: null }));
}

/** Empty when they are as usual. */
export function writeColumns(columns: readonly Column[]): string {
  const text = columns
    .map(({ name, width }) => (width === null ? name : `${name}:${String(width)}`))
    .join(' ');
  return text === columnNames.join(' ') ? '' : text;
}

/** The columns with this one as wide as that; `null` for as wide as usual. */
export function resized(
  columns: readonly Column[],
  name: ColumnName,
  width: number | null,
): readonly Column[] {
  return columns.map((column) =>
    column.name === name ? { name, width: width === null ? null : limited(width) } : column,
  );
}

/** The columns with this one shown or not, in its usual place. The last one stays. */
export function toggled(columns: readonly Column[], name: ColumnName): readonly Column[] {
  const others = columns.filter((column) => column.name !== name);
  if (others.length < columns.length) return others.length ? others : columns;
  const before = columnNames.slice(0, columnNames.indexOf(name));
  const place = others.findLastIndex((column) => before.includes(column.name)) + 1;
  return [...others.slice(0, place), { name, width: null }, ...others.slice(place)];
}

/** The columns with this one so many places later; earlier, below zero. */
export function moved(columns: readonly Column[], name: ColumnName, by: number): readonly Column[] {
  const index = columns.findIndex((column) => column.name === name);
  const column = columns[index];
  if (!column || index + by < 0 || index + by >= columns.length) return columns;
  const others = columns.filter((other) => other !== column);
  return [...others.slice(0, index + by), column, ...others.slice(index + by)];
}

function widthOf(text: string | undefined): number | null {
  const width = Number.parseFloat(text ?? '');
  return Number.isFinite(width) ? limited(width) : null;
}

/** To half a rem, so that what is kept is short. */
const limited = (width: number) =>
  Math.min(Math.max(Math.round(width * 2) / 2, widthLimit.min), widthLimit.max);
