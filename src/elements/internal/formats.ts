import { remember } from './remember.js';

// Making one of these takes longer than a hundred uses of it, and a table makes a sentence per cell.
const kept = <Options, Format>(Format: new (lang: string, options?: Options) => Format) => {
  const made = remember((key) => new Format(...(JSON.parse(key) as [string, Options])));
  return (lang: string, options?: Options) => made(JSON.stringify([lang, options ?? {}]));
};

export const numberFormat = kept(Intl.NumberFormat);
export const dateFormat = kept(Intl.DateTimeFormat);
const relative = kept(Intl.RelativeTimeFormat);
export const relativeFormat = (lang: string) => relative(lang, { numeric: 'auto' });
