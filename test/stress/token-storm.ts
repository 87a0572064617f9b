/**
 * Hostile tokens against the verifier and a protected handler.
 *
 * @module
 */

import { ImpersonationError } from '../../src/core/errors.js';
import { createAuth } from '../../src/server/auth.js';
import type { Auth } from '../../src/server/authenticated-request.js';
import { HostileTokens, type Verdict } from '../support/hostile-tokens.js';
import { audience, createIssuer, instant, issuer } from '../support/issuer.js';
import { residentSize } from '../support/settled-memory.js';

export interface TokenStorm {
  readonly tried: number;
  readonly accepted: number;
  /** What came out otherwise than it had to, by what was done to the token: a few of them. */
  readonly wrong: readonly string[];
  /** MiB of memory that the process holds more than after the first tenth. */
  readonly grown: number;
}

/** What a token came to: somebody, nobody, or an error that is none of ours. */
type Came = Verdict | { readonly error: string };

export async function stormTokens(count: number, seed: number): Promise<TokenStorm> {
  const keys = await createIssuer();
  const auth = createAuth({
    issuer,
    audience,
    jwks: keys.jwks,
    now: () => instant * 1000,
    onError: () => undefined,
  });
  const handle = auth.withAuth((request) => Response.json(who(request.auth)));

  const verified = (token: string): Promise<Came> => auth.verify(token).then(who, refusal);
  const sent = async (token: string): Promise<Came> => {
    const response = await handle(
      new Request('https://api.test/', { headers: { authorization: `Bearer ${token}` } }),
    );
    if (response.ok) return (await response.json()) as Came;
    await response.body?.cancel();
    return response.status === 401 || response.status === 400 ? null : { error: `status ${response.status}` };
  };

  const tokens = await HostileTokens.from(keys, seed);
  const wrong: string[] = [];
  let accepted = 0;
  let settled = 0;
  for (let tried = 0; tried < count; tried++) {
    const { kind, token, verdict } = await tokens.next();
    const came = tried % 8 === 0 && isSendable(token) ? await sent(token) : await verified(token);
    if (came !== null && !('error' in came)) accepted++;
    const [is, must] = [JSON.stringify(came), JSON.stringify(verdict)];
    if (is !== must && wrong.length < 20) wrong.push(`${kind} (number ${tried}): ${is}, not ${must}`);
    if (tried === Math.floor(count / 10)) settled = residentSize();
  }
  return { tried: count, accepted, wrong, grown: residentSize() - settled };
}

const who = ({ userId, actor }: Pick<Auth, 'userId' | 'actor'>): Verdict => ({
  userId,
  actor: actor?.sub ?? null,
});

const refusal = (error: unknown): Came =>
  error instanceof ImpersonationError && error.status === 401 ? null : { error: String(error) };

/** Whether an HTTP field can carry it as it is: without spaces around it, without a comma, without what is no character. */
const isSendable = (token: string) => /^[!-+\--~]+$/.test(token);
