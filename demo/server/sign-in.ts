/**
 * Fieldnotes' own sign-in: e-mail and password by better-auth, on the same database. The kit only ever asks it who
 * sent a request, and whether that person is still signed in.
 *
 * @module
 */

import { betterAuth } from 'better-auth';

import type { Authenticate, Database } from '../../src/server/index.js';
import { kyselyOver } from './kysely.js';
import { personById } from './people.js';

export interface SignIn {
  /** Serves `/api/auth/*`. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly authenticate: Authenticate;
  readonly isSignedIn: (actor: { readonly id: string; readonly sessionId: string }) => Promise<boolean>;
}

export function createSignIn(database: Database, options: { origin: string; secret: string }): SignIn {
  const auth = betterAuth({
    appName: 'Fieldnotes',
    baseURL: options.origin,
    secret: options.secret,
    database: { db: kyselyOver(database), type: 'postgres', schemaName: 'demo', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        organizationId: { type: 'string', input: false },
      },
    },
    advanced: { cookiePrefix: 'fieldnotes' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });

  return {
    async fetch(request) {
      if (new URL(request.url).pathname !== '/api/auth/sign-in/email') return auth.handler(request);
      const before = await auth.api.getSession({ headers: request.headers });
      const answer = await auth.handler(request);
      if (before && answer.ok) await goOn(database, before.session, (await answer.clone().json()) as Begun);
      return answer;
    },

    async authenticate(request) {
      const found = await auth.api.getSession({ headers: request.headers });
      const person = found && (await personById(database, found.user.id));
      // The session's id, never its token: the id is written to the record.
      return (
        person && {
          ...person,
          sessionId: found.session.id,
          authenticatedAt: found.session.createdAt.getTime(),
        }
      );
    },

    async isSignedIn({ id, sessionId }) {
      const rows = await database.query(
        `select 1 from demo.session where id = $1 and "userId" = $2 and "expiresAt" > now()`,
        [sessionId, id],
      );
      return rows.length > 0;
    },
  };
}

/** What better-auth answers to a sign-in. */
interface Begun {
  readonly token: string;
  readonly user: { readonly id: string };
}

/**
 * Who is signed in and gives the password once more stays signed in: the new session takes the place and the id of the
 * old one. So what they impersonate goes on, and ends when they sign out, which would otherwise leave the old one behind.
 */
async function goOn(
  database: Database,
  old: { readonly id: string; readonly userId: string },
  { token, user }: Begun,
): Promise<void> {
  if (user.id !== old.userId) return;
  await database.transaction(async (transaction) => {
    await transaction.query(`delete from demo.session where id = $1`, [old.id]);
    await transaction.query(`update demo.session set id = $1 where token = $2`, [old.id, token]);
  });
}
