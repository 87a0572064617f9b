/**
 * Policies to take as they are, or to put one together from.
 *
 * @module
 */

import { readDecision, type Terms, type Verdict } from './lifecycle/permission.js';
import type { Decision, Person, Policy } from './host.js';

/** Nobody may act as anybody: what a backend without a policy does. */
export const nobody: Policy = () => false;

/**
 * The actor's role must rank strictly above the subject's.
 *
 * A `role` may name several, apart by commas or spaces, in any case: the highest counts. No role ranks below every named
 * one, and neither that nor the lowest role lets anybody act as anybody. A role that is not named cannot be ranked, so
 * whoever has one is protected, and may act as nobody.
 *
 * @param roles lowest first: `['member', 'manager', 'support', 'owner']`.
 * @throws {TypeError} when fewer than two different roles are named.
 */
export function strictlyBelow(roles: readonly string[]): Policy {
  const ranks = new Map(roles.map((role, rank) => [role.trim().toLowerCase(), rank]));
  if (ranks.size !== roles.length || ranks.size < 2 || ranks.has(''))
    throw new TypeError('Name at least two roles, each once, lowest first');
  const rankOf = ({ role }: Person): number =>
    Math.max(-1, ...rolesIn(role).map((name) => ranks.get(name) ?? Infinity));

  return ({ actor, subject }) => {
    const rank = rankOf(actor);
    if (rank === Infinity || rank <= 0) return { refuse: 'not_permitted' };
    return rank > rankOf(subject) || { refuse: 'subject_protected' };
  };
}

/** Both must belong to one organization, and to one that is named. */
export const sameOrganization: Policy = ({ actor, subject }) =>
  Boolean(actor.organization) && actor.organization === subject.organization;

/**
 * All of these must permit it, and no more is permitted than each of them does: their modes and durations in common, the
 * strictest wish for a case number, the least extension, the freshest sign-in. The first refusal is the answer.
 *
 * @throws {TypeError} without policies: nothing asked is no consent.
 */
export function allOf(...policies: readonly Policy[]): Policy {
  if (policies.length === 0) throw new TypeError('allOf needs a policy');
  return async (attempt) => {
    let terms: Terms | undefined;
    for (const policy of policies) {
      const verdict = readDecision(await policy(attempt));
      if (!verdict.terms) return refusalOf(verdict);
      terms = terms ? inCommon(terms, verdict.terms) : verdict.terms;
    }
    return terms?.modes.length && terms.durations.length ? terms : false;
  };
}

const rolesIn = (role: string | null | undefined) =>
  (role ?? '')
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

const refusalOf = ({ refusal }: Verdict): Decision => ({
  refuse: refusal === 'subject_protected' ? refusal : 'not_permitted',
});

/** Strictest first. */
const caseNumbers = ['required', 'optional', 'off'] as const;

function inCommon(one: Terms, other: Terms): Terms {
  return {
    modes: one.modes.filter((mode) => other.modes.includes(mode)),
    durations: one.durations.filter((seconds) => other.durations.includes(seconds)),
    caseNumber:
      caseNumbers.find((wish) => wish === one.caseNumber || wish === other.caseNumber) ?? 'required',
    extension: {
      max: Math.min(one.extension.max, other.extension.max),
      seconds: Math.min(one.extension.seconds, other.extension.seconds),
    },
    signInMaxAgeSeconds: Math.min(one.signInMaxAgeSeconds, other.signInMaxAgeSeconds),
  };
}
