import type { ImpersonationClient } from '../../client/client.js';
import type { Page, SessionQuery, SessionRecord } from '../../core/protocol.js';
import { isLive, rotate } from './session-rows.js';

/** Live rows looked up one by one at a time, when the newest page does not hold them. */
const lookups = 10;

export interface Again {
  /** The first page, as it is now. */
  readonly page: Page<SessionRecord>;
  /** What it holds, and what was looked up besides. */
  readonly found: readonly SessionRecord[];
}

/** What became of `rows`. Only some can be looked up each time: another `round` begins with others. */
export async function lookAgain(
  client: ImpersonationClient,
  query: SessionQuery,
  rows: readonly SessionRecord[],
  round: number,
  signal: AbortSignal,
): Promise<Again> {
  const page = await client.list(query, { signal });
  const there = new Set(page.items.map(({ id }) => id));
  const missing = rows.filter((row) => isLive(row) && !there.has(row.id));
  const some = rotate(missing, lookups * round).slice(0, lookups);
  const answers = await Promise.allSettled(some.map(({ id }) => client.get(id, { signal })));
  const others = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  return { page, found: [...page.items, ...others] };
}
