/**
 * Judges what this tab kept as the schema of the protocol does, in a few lines: the banner must not wait for the library
 * that judges the backend's answers.
 *
 * @module
 */

import { own } from '../core/actor.js';
import type { Party, SessionRecord } from '../core/protocol.js';
import { endCauses, modes, statuses } from '../core/vocabulary.js';

type Is<Value> = (value: unknown) => value is Value;

export const isText: Is<string> = (value) => typeof value === 'string';
export const isNumber: Is<number> = (value) => typeof value === 'number';

export const isOneOf =
  <Value>(values: readonly Value[]): Is<Value> =>
  (value): value is Value =>
    values.includes(value as Value);

export const orNull =
  <Value>(is: Is<Value>): Is<Value | null> =>
  (value): value is Value | null =>
    value === null || is(value);

/** Every member is there, and is what it should be. */
export const object =
  <Value extends object>(members: { readonly [Name in keyof Value]: Is<Value[Name]> }): Is<Value> =>
  (value): value is Value =>
    Object.entries<Is<unknown>>(members).every(([name, is]) => is(own(value, name)));

const isModes: Is<SessionRecord['modes']> = (value) => Array.isArray(value) && value.every(isOneOf(modes));

/** ISO 8601 with an offset. */
const isInstant: Is<string> = (value): value is string =>
  isText(value) &&
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T ](?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/.test(
    value,
  );

const isParty = object<Party>({ id: isText, name: orNull(isText), email: orNull(isText) });

export const isRecord = object<SessionRecord>({
  id: isText,
  actor: isParty,
  subject: isParty,
  category: orNull(isText),
  reason: isText,
  caseNumber: orNull(isText),
  mode: isOneOf(modes),
  status: isOneOf(statuses),
  createdAt: isInstant,
  startedAt: orNull(isInstant),
  expiresAt: isInstant,
  idleExpiresAt: orNull(isInstant),
  endedAt: orNull(isInstant),
  endCause: orNull(isOneOf(endCauses)),
  endedBy: orNull(isParty),
  endReason: orNull(isText),
  extension: object<SessionRecord['extension']>({ used: isNumber, max: isNumber, seconds: isNumber }),
  modes: isModes,
  idleSeconds: isNumber,
});
