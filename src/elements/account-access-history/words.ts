/**
 * Words that more than one part of the list needs.
 *
 * @module
 */

import { html, type TemplateResult } from 'lit';

import type { AccessRecord } from '../../core/protocol.js';
import { dateFormat } from '../internal/formats.js';
import type { LocalizeController } from '../internal/localize.js';

/** What a drawing function has to know about where and when it draws. */
export interface Scene {
  readonly localize: LocalizeController<'access'>;
  /** IANA name of the time zone. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type Words = Pick<Scene, 'localize'>;

/** Who it was: by name, or as somebody whose name is not told. */
const whoIn = ({ localize }: Words, { actor }: AccessRecord): string =>
  actor?.name ?? localize.messages.access.somebody;

/** What it was, in a sentence. */
export function headline(scene: Words, record: AccessRecord): string {
  const { localize } = scene;
  const words = localize.messages.access;
  const who = whoIn(scene, record);
  if (record.status === 'active') return words.isThere({ who });
  if (record.status === 'pending') return words.isComing({ who });
  if (record.startedAt === null) return words.neverCame({ who });
  if (record.endedAt === null) return words.wasThere({ who });
  const seconds = (Date.parse(record.endedAt) - Date.parse(record.startedAt)) / 1000;
  return words.wasThereFor({ who, duration: localize.duration(Math.max(1, seconds)) });
}

/** Date and time to the minute, with the exact instant for machines and in the title. */
export function timeTemplate(scene: Scene, instant: string): TemplateResult {
  return html`<time datetime=${instant} title=${instant}>${timeOf(scene, Date.parse(instant))}</time>`;
}

export const timeOf = ({ localize, zone }: Scene, instant: number): string =>
  dateFormat(localize.lang, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(instant);
