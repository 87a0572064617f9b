// Making one of these takes longer than a hundred uses of it, and a table makes a sentence per cell.
const formats = new Map<string, unknown>();

function kept<T>(key: string, make: () => T): T {
  let format = formats.get(key) as T | undefined;
  if (!format) formats.set(key, (format = make()));
  return format;
}

export const numberFormat = (lang: string, options: Intl.NumberFormatOptions = {}) =>
  kept(`number ${lang} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(lang, options));

export const dateFormat = (lang: string, options: Intl.DateTimeFormatOptions) =>
  kept(`date ${lang} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(lang, options));

export const relativeFormat = (lang: string) =>
  kept(`relative ${lang}`, () => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }));
