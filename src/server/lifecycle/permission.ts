/**
 * The policy's answer, in one form. Whatever is not clearly a yes is a no.
 *
 * @module
 */

import type { ErrorCode } from '../../core/errors.js';
import { isMode, longestDuration } from '../../core/protocol.js';
import { defaultPermission, type Decision, type Permission, type Person } from '../host.js';
import type { Context } from './context.js';

export type Terms = Required<Permission>;
export type Verdict =
  { readonly terms: Terms; readonly refusal: null } | { readonly terms: null; readonly refusal: ErrorCode };

const refused = (refusal: ErrorCode): Verdict => ({ terms: null, refusal });

/** Asks the host's policy whether, and on which terms, one person may act as another. */
export async function askPolicy(context: Context, actor: Person, subject: Person): Promise<Verdict> {
  if (actor.id === subject.id) return refused('self_impersonation');
  try {
    return readDecision(await context.policy({ actor, subject }));
  } catch (error) {
    context.onError(error);
    return refused('not_permitted');
  }
}

/** @throws {TypeError} when a permission makes no sense: the host's mistake, and nobody's right. */
export function readDecision(decision: Decision): Verdict {
  if (decision === true) return { terms: defaultPermission, refusal: null };
  if (typeof decision !== 'object' || (decision as unknown) === null) return refused('not_permitted');
  if ('refuse' in decision)
    return refused(decision.refuse === 'subject_protected' ? 'subject_protected' : 'not_permitted');
  return { terms: assertTerms({ ...defaultPermission, extension: never, ...decision }), refusal: null };
}

const never = { max: 0, seconds: 0 };

function assertTerms(terms: Terms): Terms {
  const { modes, durations, caseNumber, extension, signInMaxAgeSeconds } = terms;
  const makesSense =
    modes.length > 0 &&
    modes.every(isMode) &&
    durations.length > 0 &&
    durations.every((seconds) => Number.isInteger(seconds) && seconds > 0 && seconds <= longestDuration) &&
    ['required', 'optional', 'off'].includes(caseNumber) &&
    [extension.max, extension.seconds].every((number) => Number.isInteger(number) && number >= 0) &&
    typeof signInMaxAgeSeconds === 'number' &&
    signInMaxAgeSeconds > 0;
  if (!makesSense) throw new TypeError('The policy answered a permission that makes no sense');
  return { ...terms, durations: durations.toSorted((a, b) => a - b) };
}
