import { renderAll } from '../internal/language.js';
import { remember } from '../internal/remember.js';
import type { Part } from '../internal/overlay.js';
import type { Messages } from './en.js';

/** The sentences of a language. One that is left out is shown in English. */
export type Translation = Part<Messages>;

/** Brings a language when the first element needs it. */
export type LanguageLoader = () => Promise<Translation>;

const loaded = new Map<string, Translation>();
const loaders = new Map<string, LanguageLoader>();

/**
 * Adds a language, or replaces one, English included: `de`, `pt-BR`. Elements that are shown already follow.
 */
export function registerMessages(lang: string, messages: Translation): void {
  loaded.set(lang.toLowerCase(), messages);
  renderAll();
}

/** Says how to get languages, each of which is loaded only when an element stands in it. */
export function registerLanguages(languages: Readonly<Record<string, LanguageLoader>>): void {
  for (const [lang, load] of Object.entries(languages)) loaders.set(lang.toLowerCase(), load);
  renderAll();
}

/**
 * The translation for a language tag, if there is one now. Asks for it where it can be loaded: elements render again
 * when it is there, and stay English when it cannot be had.
 */
export function translationFor(lang: string): Translation | undefined {
  const known = nearest(lang, loaded.keys());
  const better = nearest(lang, loaders.keys());
  if (better && better !== known) load(better);
  return known === undefined ? undefined : loaded.get(known);
}

function load(lang: string): void {
  const loader = loaders.get(lang);
  loaders.delete(lang);
  loader?.().then(
    (messages) => {
      registerMessages(lang, messages);
    },
    () => undefined, // English stays
  );
}

/** The language itself; else one that reads the same: `de` for `de-AT`, `pt-BR` for `pt`, not `zh-CN` for `zh-TW`. */
function nearest(lang: string, among: Iterable<string>): string | undefined {
  const wanted = lang.toLowerCase();
  const candidates = [...among];
  if (candidates.includes(wanted)) return wanted;
  const reading = readingOf(wanted);
  if (reading === english) return candidates.find((candidate) => candidate === 'en'); // not `en-GB` for `en-US`
  return candidates.find((candidate) => readingOf(candidate) === reading);
}

/** What the kit speaks without a translation. */
const english = 'en-Latn';

/** Language and script: `de-Latn`. */
const readingOf = remember((lang) => {
  const { language, script } = new Intl.Locale(lang).maximize();
  return `${language}-${script ?? ''}`;
});
