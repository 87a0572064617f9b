import type { ImpersonationClient } from '../../client/client.js';
import type { Page, SessionQuery, SessionRecord } from '../../core/protocol.js';
import { pageLimit } from '../../core/vocabulary.js';

/** Pages that are asked for at once, so that a refresh does not give up what was loaded. */
const pagesAtOnce = 5;

/** At least the first `rows` rows, as one page, where there are so many. */
export async function firstRows(
  client: ImpersonationClient,
  query: SessionQuery,
  rows: number,
  signal: AbortSignal,
): Promise<Page<SessionRecord>> {
  const limit = Math.min(Math.max(query.limit as number, rows), pageLimit.max);
  let page = await client.list({ ...query, limit }, { signal });
  const { items, total } = page;
  for (let pages = 1; pages < pagesAtOnce && items.length < rows && page.nextCursor; pages++) {
    page = await client.list({ ...query, limit, cursor: page.nextCursor }, { signal });
    items.push(...page.items);
  }
  return { ...page, items, total };
}
