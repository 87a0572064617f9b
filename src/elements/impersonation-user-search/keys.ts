/**
 * What the keys do, apart from what they do to text (APG, editable combobox with list autocomplete).
 *
 * @module
 */

export type Move = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

const onMac = () => /^Mac|^iP/.test(navigator.platform);

/** Home and End move the caret in the text; with Control (or Command) they move through the list. */
export function moveOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Move | null {
  if (shiftKey) return null;
  const far = ctrlKey || metaKey;
  if (far) return key === 'Home' ? 'first' : key === 'End' ? 'last' : null;
  if (altKey && key !== 'ArrowDown') return null;
  const moves: Record<string, Move> = {
    ArrowDown: 'next',
    ArrowUp: 'previous',
    PageDown: 'page-down',
    PageUp: 'page-up',
  };
  return moves[key] ?? null;
}

/** The place it leads to among `count`; -1 is none. Round and round by single steps, to the ends by larger ones. */
export function moved(from: number, count: number, move: Move): number {
  if (!count) return -1;
  const last = count - 1;
  switch (move) {
    case 'next':
      return from >= last ? 0 : from + 1;
    case 'previous':
      return from <= 0 ? last : from - 1;
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'page-down':
      return Math.min(last, Math.max(0, from) + 10);
    case 'page-up':
      return Math.max(0, (from < 0 ? last : from) - 10);
  }
}

/** `Mod+K` as `aria-keyshortcuts` writes it on this machine. */
export const shortcutKeys = (shortcut: string) => shortcut.replace(/\bMod\b/, onMac() ? 'Meta' : 'Control');

/** The same as it is printed on the keys. */
export function shortcutLabel(shortcut: string): string {
  const signs: Record<string, string> = onMac()
    ? { Meta: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }
    : { Control: 'Ctrl' };
  return shortcutKeys(shortcut)
    .split('+')
    .map((key) => signs[key] ?? key)
    .join(onMac() ? '' : '+');
}
