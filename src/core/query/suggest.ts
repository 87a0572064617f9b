/**
 * What somebody may have meant.
 *
 * @module
 */

/** The name that takes the fewest changes to get to, when they are few enough to be a slip. */
export function nearest<Name extends string>(typed: string, names: readonly Name[]): Name | null {
  const wanted = typed.toLowerCase().slice(0, 40);
  const distances = names.map((name) => [name, distance(wanted, name)] as const);
  const [best] = distances.sort((a, b) => a[1] - b[1]);
  if (!best) return null;
  const [name, changes] = best;
  return changes <= Math.max(1, Math.floor(name.length / 3)) || isBeginning(wanted, name) ? name : null;
}

const isBeginning = (part: string, whole: string) => part.length >= 2 && whole.startsWith(part);

/** Letters to put in, to take away, to replace, or to swap with their neighbor (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (up: number, left: number) => rows[i - up]?.[j - left] ?? Infinity;
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(1, 0) + 1,
          (row[j - 1] ?? Infinity) + 1,
          at(1, 1) + same,
          swapped ? at(2, 2) + 1 : Infinity,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Infinity;
}
