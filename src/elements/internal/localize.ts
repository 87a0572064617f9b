import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationError } from '../../core/errors.js';
import type { Messages } from '../messages/en.js';
import { errors, modes } from '../messages/en/shared.js';
import { translationFor } from '../messages/languages.js';
import { dateFormat, numberFormat, relativeFormat } from './formats.js';
import { followLanguage, languageOf, stopFollowingLanguage } from './language.js';
import { overlay, type Part } from './overlay.js';

/** Sections that every element has. */
const shared = { errors, modes };
type Section = keyof Messages;
type Shared = typeof shared;

/** An element whose host may say some sentences differently. */
type LocalizedHost = ReactiveControllerHost & Element & { readonly strings?: Part<Messages> | undefined };

/**
 * Sentences, numbers, dates and durations in the language of the host element.
 *
 * `S` names the sections of the messages that the element shows; their English comes with the element, so that a page
 * loads the sentences of the elements it has. `Said` is what it shows of them, where that is not all.
 */
export class LocalizeController<
  S extends Section = never,
  Said extends Part<Messages> = Pick<Messages, S>,
> implements ReactiveController {
  readonly #host: LocalizedHost;
  readonly #english: Said & Shared;
  #lang: string | undefined;
  #messages: (Said & Shared) | undefined;

  constructor(host: LocalizedHost, english: Said) {
    this.#host = host;
    this.#english = { ...shared, ...english };
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
    followLanguage(this.#host);
  }

  hostDisconnected(): void {
    stopFollowingLanguage(this.#host);
  }

  /** Looks again before each render: a row asks for its language many times, which must cost nothing then. */
  hostUpdate(): void {
    this.#lang = this.#messages = undefined;
  }

  /** A valid BCP 47 tag. */
  get lang(): string {
    return (this.#lang ??= languageOf(this.#host));
  }

  get messages(): Said & Shared {
    return (this.#messages ??= overlay(
      overlay(this.#english, this.#part(translationFor(this.lang))),
      this.#part(this.#host.strings),
    ));
  }

  /** What is said differently in the sections this element has. */
  #part(over: Part<Messages> | undefined): Part<Said & Shared> | undefined {
    if (!over) return undefined;
    const mine = Object.entries(over).filter(([section]) => section in this.#english);
    return Object.fromEntries(mine) as Part<Said & Shared>;
  }

  /** What to tell a person about an error. */
  error({ code, message }: ImpersonationError): string {
    return this.messages.errors[code] ?? message;
  }

  number(value: number): string {
    return numberFormat(this.lang).format(value);
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
    return numberFormat(this.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  }

  /** Date and time to the second, in the browser's zone or the one given. `instant` in milliseconds. */
  dateTime(instant: number, timeZone?: string): string {
    return dateFormat(this.lang, {
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
    return relativeFormat(this.lang).format(Math.trunc(seconds / size), unit);
  }
}
