/** Two empty rows, as high as all rows that are not drawn: before those that are, and after them. */
export class Spacers {
  readonly ends: readonly [before: HTMLElement, after: HTMLElement] = [spacer(), spacer()];

  /** Around whatever stands in there. */
  enclose(body: HTMLElement): void {
    const [before, after] = this.ends;
    if (before.isConnected) return;
    body.prepend(before);
    body.append(after);
  }

  remove(): void {
    for (const end of this.ends) end.remove();
  }

  /** In pixels. */
  size(...heights: readonly [before: number, after: number]): void {
    this.ends.forEach((end, index) => (end.style.blockSize = `${String(heights[index])}px`));
  }
}

function spacer(): HTMLElement {
  const row = document.createElement('tr');
  row.className = 'spacer';
  row.ariaHidden = 'true';
  return row;
}
