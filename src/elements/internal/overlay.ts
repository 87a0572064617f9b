/** The same shape with anything left out, at any depth. */
export type Part<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { readonly [K in keyof T]?: Part<T[K]> | undefined }
      : T;

/** `base` with what `over` says differently. Functions and lists are taken whole. */
export function overlay<T extends object>(base: T, over: Part<T> | undefined): T {
  if (!over) return base;
  const result = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = result[key];
    result[key] = isGroup(below) && isGroup(value) ? overlay(below, value) : value;
  }
  return result as T;
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
