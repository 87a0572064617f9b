import type { ImpersonationClient } from '../../client/client.js';
import type { ImpersonationError } from '../../core/errors.js';
import type { SessionRecord } from '../../core/protocol.js';

/** One's own impersonations that keep another from starting, as far as they can be seen and ended from here. */
export async function inTheWay(
  client: ImpersonationClient,
  { sessionIds = [] }: ImpersonationError,
  signal: AbortSignal,
): Promise<SessionRecord[]> {
  if (!client.capabilities.revoke) return [];
  const answers = await Promise.allSettled(sessionIds.map((id) => client.get(id, { signal })));
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled' && answer.value.status !== 'ended' ? [answer.value] : [],
  );
}
