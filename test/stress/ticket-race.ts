/**
 * Many hands on each ticket at once, in one process or several.
 *
 * @module
 */

import type { Crowd } from '../support/server/crowd.js';
import type { Redeemer } from './redeemer.js';

export interface Race {
  readonly tickets: number;
  /** How often each ticket is tried, by all processes together. */
  readonly copies: number;
}

export interface Result {
  readonly tickets: number;
  /** Tickets that were good for exactly one token. */
  readonly sessions: number;
  /** Tickets that were good for more. */
  readonly doubles: number;
  /** Answers that say the server failed. */
  readonly failures: number;
  /** Rows of the record that say a session began. */
  readonly started: number;
}

export async function race(
  crowd: Crowd,
  redeemers: readonly Redeemer[],
  { tickets, copies }: Race,
): Promise<Result> {
  let sessions = 0;
  let doubles = 0;
  let failures = 0;
  const order = { copies: Math.ceil(copies / redeemers.length) };
  for (let number = 0; number < tickets; number++) {
    const ticket = await crowd.start(number);
    const outcomes = await Promise.all(redeemers.map((redeemer) => redeemer.redeem({ ...order, ticket })));
    const statuses = outcomes.flat();
    const good = statuses.filter((status) => status === 200).length;
    if (good === 1) sessions++;
    if (good > 1) doubles++;
    failures += statuses.filter((status) => status >= 500).length;
  }
  const [row] = await crowd.backend.database.query(
    "select count(*) as rows from impersonation_kit.audit_events where type = 'session.started'",
  );
  return { tickets, sessions, doubles, failures, started: Number(row?.['rows']) };
}

export const isFair = ({ tickets, sessions, doubles, failures, started }: Result): boolean =>
  sessions === tickets && started === tickets && doubles === 0 && failures === 0;
