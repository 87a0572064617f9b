/**
 * How two peers find out who sent a request: `@clerk/backend` by a token of its own kind, better-auth by its session
 * cookie, both in this process and without a request to anywhere.
 *
 * @module
 */

import { createClerkClient, verifyToken } from '@clerk/backend';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';

export interface Peer {
  readonly name: string;
  /** @throws {Error} when nobody is signed in. */
  readonly ask: () => Promise<void>;
}

const origin = 'http://127.0.0.1';

export async function clerkPeers(): Promise<readonly Peer[]> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwtKey = await exportSPKI(publicKey);
  const now = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({ sid: 'sess_1', azp: origin, act: { sub: 'user_2' }, v: 2, sts: 'active' })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'ins_1' })
    .setIssuer('https://clerk.example')
    .setSubject('user_1')
    .setIssuedAt(now)
    .setNotBefore(now - 5)
    .setExpirationTime(now + 900)
    .sign(privateKey);
  const clerk = createClerkClient({
    secretKey: 'sk_live_none',
    publishableKey: `pk_live_${btoa('clerk.example$')}`,
    jwtKey,
    telemetry: { disabled: true },
  });
  const request = new Request(`${origin}/notes`, { headers: { authorization: `Bearer ${token}` } });
  return [
    {
      name: '`verifyToken` of `@clerk/backend` (RS256)',
      ask: async () => assertSame((await verifyToken(token, { jwtKey })).sub, 'user_1'),
    },
    {
      name: '`authenticateRequest` of `@clerk/backend` (RS256)',
      ask: async () => assertSame((await clerk.authenticateRequest(request)).status, 'signed-in'),
    },
  ];
}

/** @param cookieCache whether the session is believed from its signed cookie for five minutes. */
export async function betterAuthPeer(cookieCache: boolean): Promise<Peer> {
  const auth = betterAuth({
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    secret: crypto.randomUUID() + crypto.randomUUID(),
    baseURL: origin,
    emailAndPassword: { enabled: true },
    session: { cookieCache: { enabled: cookieCache, maxAge: 300 } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
  });
  const email = 'ada@example.test';
  const { headers: answer } = await auth.api.signUpEmail({
    body: { name: 'Ada', email, password: 'correct horse battery' },
    returnHeaders: true,
  });
  const cookie = answer.getSetCookie().map((field) => field.split(';')[0]);
  const headers = new Headers({ cookie: cookie.join('; ') });
  return {
    name: `\`getSession\` of better-auth, ${cookieCache ? 'by its cookie cache' : 'sessions in memory'}`,
    ask: async () => assertSame((await auth.api.getSession({ headers }))?.user.email, email),
  };
}

/** A fast refusal would be no feat. */
function assertSame(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`The peer answered ${String(actual)}`);
}
