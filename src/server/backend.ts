/**
 * The whole backend: Request in, Response out.
 *
 * @module
 */

import { Hono } from 'hono';

import { ImpersonationError } from '../core/errors.js';
import { createAuth, type RequestAuth } from './auth.js';
import { readOptions, type BackendOptions } from './backend-options.js';
import type { Database } from './database/database.js';
import { migrate } from './database/migrate.js';
import { openDatabase } from './database/open-database.js';
import { sayToBrowsers } from './http/answer-fields.js';
import { createCallers } from './http/callers.js';
import { createDesk } from './http/desk.js';
import { addDirectoryRoutes } from './http/directory-routes.js';
import { routesOn } from './http/routes.js';
import { addSessionRoutes } from './http/session-routes.js';
import { addSubjectRoutes } from './http/subject-routes.js';
import { addTabRoutes } from './http/tab-routes.js';
import { loadSigningKeys, type SigningKeys } from './keys.js';
import type { Context } from './lifecycle/context.js';
import { endOverdue } from './lifecycle/overdue.js';
import { createLiveGate } from './live-gate.js';
import { problemResponse } from './problem.js';
import { createKeyFinder, createKeyProver } from './possession.js';
import { createRequestVerifier } from './request-verifier.js';
import { createSessionMemory } from './store/session-memory.js';
import { createSqlStore } from './store/sql-store.js';
import { createUsedProofs } from './store/used-proofs.js';
import { createTokenJudge } from './verify.js';

export interface Backend {
  /** The handler; mount it where the elements' `endpoint` points to, with that prefix taken off the path. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Protects the host's own handlers by this backend's keys, sessions and record. */
  readonly auth: RequestAuth;
  readonly database: Database;
  /** Ends what is overdue, and forgets what need not be kept. Done every half minute, and before anybody reads. */
  readonly sweep: () => Promise<void>;
  /** Stops sweeping, and closes the database when it was opened by its address. */
  readonly close: () => Promise<void>;
}

const sweepEvery = 30_000;

/** @throws {TypeError} when an option makes no sense; whatever opening the database throws. */
export async function createImpersonationBackend(options: BackendOptions): Promise<Backend> {
  const {
    database: source,
    authenticate,
    rights,
    subjectMay,
    origins,
    tabOrigins,
    ...settings
  } = readOptions(options);
  const database = await openDatabase(source);
  let stopListening: (() => Promise<void>) | null | undefined;
  const closeDatabase = async () => {
    await stopListening?.();
    if (typeof source === 'string') await database.close();
  };
  try {
    await migrate(database);
    const keys = await loadSigningKeys(database);
    const { issuer, audience, now, onError, hostTimeoutSeconds: policyTimeoutSeconds } = settings;
    const minting = { issuer, audience, keys, tokenSeconds: settings.tokenSeconds };
    const memory = createSessionMemory();
    stopListening = await database.listen?.('impersonation_kit_sessions', memory.forget);
    const context: Context = { ...settings, store: createSqlStore(database, memory), minting };
    const gate = createLiveGate(context, stopListening ? memory : null);
    const proofs = createUsedProofs(database);
    const trusted = { issuer, audience, jwks: keys.jwks, now };
    const auth = createAuth({
      ...trusted,
      authenticate,
      gate,
      onError,
      policyTimeoutSeconds,
      proofs,
      ...(settings.apiUrl !== null && { publicUrl: settings.apiUrl }),
    });
    const proveKey = createKeyProver({
      now,
      proofs,
      ...(settings.publicUrl !== null && { publicUrl: settings.publicUrl }),
    });

    const app = createApp(onError);
    const add = routesOn(app, { own: origins });
    const addForTabs = routesOn(app, { own: origins, elsewhere: tabOrigins });
    const callers = createCallers(authenticate, createRequestVerifier(createTokenJudge(trusted), proveKey));
    const desk = createDesk(callers, rights, onError);
    addDirectoryRoutes(add, context, desk);
    addSessionRoutes(add, context, desk, callers);
    addSubjectRoutes(add, context, callers, subjectMay);
    addTabRoutes(addForTabs, context, callers, createKeyFinder(settings.dpop, proveKey));
    add('/.well-known/jwks.json', { get: async () => publish(keys) });

    const sweep = async () => {
      await endOverdue(context);
      await proofs.forget(now());
    };
    const stopSweeping = repeat(() => sweep().catch(onError));
    return {
      fetch: async (request) => app.fetch(request),
      auth,
      database,
      sweep,
      close: async () => {
        stopSweeping();
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

function createApp(onError: (error: unknown) => void): Hono {
  const app = new Hono();
  app.use(sayToBrowsers);
  app.notFound(() => problemResponse(new ImpersonationError('not_found')));
  app.onError((error) => {
    const answer = problemResponse(error);
    if (answer.status >= 500) onError(error.cause ?? error);
    return answer;
  });
  return app;
}

const publish = ({ jwks }: SigningKeys) =>
  Response.json(jwks, { headers: { 'Cache-Control': 'public, max-age=300' } });

function repeat(work: () => unknown): () => void {
  const timer = setInterval(work, sweepEvery);
  (timer as { unref?: () => void }).unref?.(); // where timers keep a process alive, this one does not
  return () => clearInterval(timer);
}
