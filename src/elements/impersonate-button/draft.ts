/**
 * What the admin has entered so far, and what is still wrong with it.
 *
 * @module
 */

import { ImpersonationError, type ErrorCode } from '../../core/errors.js';
import { judge, StartRequest, type StartOffer } from '../../core/protocol.js';
import { reasonLength, type Mode } from '../../core/vocabulary.js';

export interface Draft {
  readonly category: string;
  readonly reason: string;
  readonly caseNumber: string;
  readonly mode: Mode;
  readonly durationSeconds: number;
  /** Whether what is recorded was acknowledged, where the page wants that. */
  readonly acknowledged: boolean;
}

/** The fields that can be wrong; the others are choices among what is on offer. */
export type Field = 'reason' | 'caseNumber' | 'acknowledged';
/** What is wrong; the server never hears of an acknowledgement. */
export type Wrong = ErrorCode | 'not_acknowledged';
export type Problems = Partial<Record<Field, Wrong>>;

/** The least that is on offer, and the duration the host prefers when it is on offer too. */
export function newDraft({ modes, durations }: StartOffer, preferredDuration: number | undefined): Draft {
  const preferred = durations.find((seconds) => seconds === preferredDuration);
  return {
    category: '',
    reason: '',
    caseNumber: '',
    mode: modes.includes('read-only') ? 'read-only' : 'full',
    durationSeconds: preferred ?? Math.min(...durations),
    acknowledged: false,
  };
}

/** What the page asks for besides. It can only add to what the server asks for. */
export interface Demands {
  readonly casePattern: string;
  readonly acknowledge: boolean;
}

/** Judged by the schema that the server judges with, so that the two agree; a pattern of the host can only add to it. */
export function problemsIn(
  draft: Draft,
  { caseNumber }: StartOffer,
  { casePattern, acknowledge }: Demands,
): Problems {
  const reason = codeOf({ reason: draft.reason });
  const number = draft.caseNumber.trim();
  const wrongNumber =
    caseNumber === 'off'
      ? undefined
      : number
        ? (codeOf({ caseNumber: number }) ?? (fits(number, casePattern) ? undefined : 'case_number_invalid'))
        : caseNumber === 'required'
          ? 'case_number_required'
          : undefined;
  return {
    ...(reason && { reason }),
    ...(wrongNumber && { caseNumber: wrongNumber }),
    ...(acknowledge && !draft.acknowledged && { acknowledged: 'not_acknowledged' as const }),
  };
}

const wellFormed: StartRequest = {
  userId: '_',
  reason: '_'.repeat(reasonLength.min),
  durationSeconds: 1,
};

function codeOf(member: Partial<StartRequest>): ErrorCode | undefined {
  try {
    judge(StartRequest, { ...wellFormed, ...member }, 'invalid_request');
    return undefined;
  } catch (cause) {
    return ImpersonationError.from(cause).code;
  }
}

/** As `<input pattern>`: the whole value, and a pattern that is none is not applied. */
function fits(value: string, pattern: string): boolean {
  try {
    return !pattern || new RegExp(`^(?:${pattern})$`, 'v').test(value);
  } catch {
    return true;
  }
}

export function requestFrom(userId: string, draft: Draft, offer: StartOffer): StartRequest {
  const caseNumber = draft.caseNumber.trim();
  return {
    userId,
    reason: draft.reason.trim(),
    category: draft.category || null,
    caseNumber: offer.caseNumber === 'off' || !caseNumber ? null : caseNumber,
    durationSeconds: draft.durationSeconds,
    mode: draft.mode,
  };
}
