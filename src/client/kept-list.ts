/** A list that outlives the page: kept in this browser, for this origin. What is in it is for others to judge. */
export interface KeptList<Item> {
  /** `null` when there is none. Throws where the browser lets nothing be kept. */
  get(): Item[] | null;
  set(items: readonly Item[]): void;
}

/** @param key ends in a number that changes with the shape of what is kept under it. */
export function keptList<Item>(key: string): KeptList<Item> {
  const get = () => read<Item>(localStorage.getItem(key));
  return {
    get,
    set(items) {
      const there = localStorage.getItem(key);
      // Somebody else's, or broken: put aside and not overwritten.
      if (there !== null && !get()) localStorage.setItem(`${key}:unread`, there);
      localStorage.setItem(key, JSON.stringify(items));
    },
  };
}

function read<Item>(text: string | null): Item[] | null {
  try {
    const items: unknown = JSON.parse(text ?? 'null');
    return Array.isArray(items) ? (items as Item[]) : null;
  } catch {
    return null;
  }
}
