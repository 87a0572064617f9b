import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { en, type Messages } from '../messages/en.js';

const locales = new Map<string, Messages>([['en', en]]);

/** Adds a language, or replaces one: `de`, `pt-br`. Elements that are shown already follow at their next render. */
export function registerMessages(lang: string, messages: Messages): void {
  locales.set(lang.toLowerCase(), messages);
}

/** The language an element stands in: the nearest `lang`, across shadow roots, which `closest()` does not cross. */
function languageOf(element: Element): string {
  for (
    let node: Node | null = element;
    node;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  ) {
    const lang = (node as Partial<HTMLElement>).lang;
    if (lang) return lang;
  }
  return navigator.language;
}

/** Sentences, numbers, dates and durations in the language of the host element. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: MutationObserver;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#observer = new MutationObserver(() => host.requestUpdate());
    host.addController(this);
  }

  hostConnected(): void {
    const observed = { attributes: true, attributeFilter: ['lang', 'dir'] };
    this.#observer.observe(document.documentElement, observed);
    this.#observer.observe(this.#host, observed);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** A valid BCP 47 tag: a page's `lang="en_GB"` must not break a date. */
  get lang(): string {
    const lang = languageOf(this.#host);
    try {
      return Intl.getCanonicalLocales(lang)[0] ?? 'en';
    } catch {
      return 'en'; // not a language tag
    }
  }

  get messages(): Messages {
    const lang = this.lang.toLowerCase();
    return locales.get(lang) ?? locales.get(lang.split('-')[0] ?? '') ?? en;
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.lang).format(value);
  }

  /** `1:05:09`, `12:04`, `0:07`: what a countdown shows. Whole seconds, never below zero. */
  countdown(seconds: number): string {
    const left = Math.max(0, Math.ceil(seconds));
    const two = (value: number) => String(value).padStart(2, '0');
    const [hours, minutes] = [Math.floor(left / 3600), Math.floor((left % 3600) / 60)];
    return hours ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`;
  }

  /** "15 minutes", "1 hour", "45 seconds": what a person says. */
  duration(seconds: number): string {
    const [value, unit] =
      seconds >= 3600 && seconds % 3600 === 0
        ? [seconds / 3600, 'hour']
        : seconds >= 60
          ? [Math.round(seconds / 60), 'minute']
          : [Math.ceil(seconds), 'second'];
    return new Intl.NumberFormat(this.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  }

  /** Date and time to the second, in the browser's zone or the one given. `instant` in milliseconds. */
  dateTime(instant: number, timeZone?: string): string {
    return new Intl.DateTimeFormat(this.lang, {
      dateStyle: 'medium',
      timeStyle: 'medium',
      ...(timeZone && { timeZone }),
    }).format(instant);
  }

  /** "5 minutes ago". */
  relative(instant: number, now: number): string {
    const seconds = Math.round((instant - now) / 1000);
    const steps = [
      ['day', 86_400],
      ['hour', 3600],
      ['minute', 60],
    ] as const;
    const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
    return new Intl.RelativeTimeFormat(this.lang, { numeric: 'auto' }).format(
      Math.trunc(seconds / size),
      unit,
    );
  }
}
