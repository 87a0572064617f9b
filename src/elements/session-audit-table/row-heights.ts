/** What each row after `before` takes up, in pixels. What is open belongs to the row above it. */
export function heightsOf(before: Element): number[] {
  const heights: number[] = [];
  let above: number | undefined;
  for (let row = before.nextElementSibling; row; row = row.nextElementSibling) {
    if (row.matches('.kept, .detail-row')) continue;
    const { top } = row.getBoundingClientRect();
    if (above !== undefined) heights.push(top - above);
    above = top;
  }
  return heights;
}

/** What most of them take up; 0 when nothing is laid out. */
export function usualOf(heights: readonly number[]): number {
  const sorted = [...heights].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return usual < 1 ? 0 : usual;
}
