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
    fetch: auth.handler,

    async authenticate(request) {
      const found = await auth.api.getSession({ headers: request.headers });
      const person = found && (await personById(database, found.user.id));
      // The session's id, never its token: the id is written to the record.
      return person && { ...person, sessionId: found.session.id };
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
