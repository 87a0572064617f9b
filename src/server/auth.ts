/**
 * Protects handlers: who sent the request, and what they may do if they are not who they seem.
 *
 * @module
 */

import { isIdentifier } from '../core/actor.js';
import { ImpersonationError } from '../core/errors.js';
import { admit, admitted, type Admission, type Guard } from './admission.js';
import type { Supervision } from './attempt.js';
import {
  attachAuth,
  authOfPerson,
  authOfToken,
  type Auth,
  type AuthenticatedRequest,
} from './authenticated-request.js';
import type { VerifiedSession } from './claims.js';
import { Coverage, type HandlerCoverage } from './coverage.js';
import type { Gate } from './gate.js';
import { assertPolicy, type AlwaysBlockedAction, type WhileImpersonating } from './handler-policy.js';
import type { Authenticate } from './host.js';
import { listIssuers, type IssuerChoice, type IssuerOptions } from './issuers.js';
import { createKeyProver, type PossessionSettings } from './possession.js';
import { problemResponse } from './problem.js';
import { createRequestVerifier } from './request-verifier.js';
import { supervise } from './supervise.js';
import { createTokenJudge, verifyUnbound, type VerifierSettings } from './verify.js';

/** One issuer, and who keeps its sessions. */
export interface AuthIssuer extends IssuerOptions {
  /**
   * Where this issuer's sessions live and requests are recorded. Without it a token holds until it runs out, in the
   * mode it was made with, and nothing is recorded. It is never asked about another issuer's sessions.
   */
  readonly gate?: Gate;
}

interface AuthSettings extends VerifierSettings, PossessionSettings {
  /** The host's own sign-in, asked when a request has no `Authorization` field. Without it, every request needs one. */
  readonly authenticate?: Authenticate;
  /** How long a policy function may think. 5 by default. */
  readonly policyTimeoutSeconds?: number;
  /** Told what a handler or a sign-in threw, which no answer shows. `console.error` by default. */
  readonly onError?: (error: unknown) => void;
}

/** One issuer's options, or `issuers` with those of each. */
export type AuthOptions = AuthSettings & IssuerChoice<AuthIssuer>;

export interface HandlerOptions {
  /** What the handler does while somebody impersonates. `'read-only'` by default. */
  readonly whileImpersonating?: WhileImpersonating;
  /** The host's name for what the handler does, for the record: `note.delete`. */
  readonly action?: AlwaysBlockedAction | (string & {});
}

/** A handler as a host writes it. What a framework passes besides the request is passed on. */
export type Handler<Rest extends unknown[]> = (
  request: AuthenticatedRequest,
  ...rest: Rest
) => Response | Promise<Response>;

/** A handler that sees to it who sent the request. */
export type WrappedHandler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

export interface RequestAuth {
  /**
   * Wraps a handler so that it runs for those who are signed in only, and for those who impersonate only as far as
   * `whileImpersonating` lets it.
   *
   * @throws {TypeError} when an option makes no sense.
   */
  readonly withAuth: <Rest extends unknown[] = []>(
    handler: Handler<Rest>,
    options?: HandlerOptions,
  ) => WrappedHandler<Rest>;
  /**
   * `withAuth` with the host's name for what the handler does said first: `auth.action('note.delete', handler)`.
   *
   * @throws {TypeError} when the name or an option makes no sense.
   */
  readonly action: <Rest extends unknown[] = []>(
    name: AlwaysBlockedAction | (string & {}),
    handler: Handler<Rest>,
    options?: Omit<HandlerOptions, 'action'>,
  ) => WrappedHandler<Rest>;
  /**
   * For a framework whose handlers do not answer with a `Response`: what `withAuth` does before the handler, and what
   * is to be done after it. The adapters are made of this.
   *
   * @throws {TypeError} when an option makes no sense.
   */
  readonly guard: (options?: HandlerOptions) => Guard;
  /** What was wrapped so far, those that were wrapped alike counted together. */
  readonly coverage: () => readonly HandlerCoverage[];
  /**
   * Verifies one token. It does not ask whether its session still stands, and refuses one that is bound to a key, since
   * that counts only in a request that proves it.
   */
  readonly verify: (token: string) => Promise<VerifiedSession>;
}

/** @throws {TypeError} when an option makes no sense. */
export function createAuth(options: AuthOptions): RequestAuth {
  const { authenticate, policyTimeoutSeconds = 5, onError = console.error } = options;
  const judge = createTokenJudge(options);
  const verifyRequest = createRequestVerifier(judge, createKeyProver(options));
  const gates = new Map(listIssuers(options).map(({ issuer, gate }) => [issuer, gate ?? tokenAlone]));
  const coverage = new Coverage();

  /** The word of one issuer's gate on another's session would be a guess. */
  function gateOf({ issuer }: Auth): Gate {
    const gate = issuer === null ? undefined : gates.get(issuer);
    if (!gate) throw new ImpersonationError('iss_mismatch');
    return gate;
  }

  /** A field that is there decides alone: two credentials are never weighed against each other. */
  async function identify(request: Request): Promise<Auth> {
    if (!request.headers.has('authorization')) return authOfPerson(await askHost(request));
    return authOfToken(await verifyRequest(request));
  }

  async function askHost(request: Request) {
    if (!authenticate) throw new ImpersonationError('token_missing');
    const person = await authenticate(request);
    if (!person) throw new ImpersonationError('unauthenticated');
    if (!isIdentifier(person.id) || !isIdentifier(person.sessionId))
      throw new TypeError('authenticate answered somebody without an id or a sessionId');
    return person;
  }

  /** The answer to what was thrown; what is worse than a refusal is told to the host. */
  function answer(error: ImpersonationError): Response {
    const response = problemResponse(error);
    if (response.status >= 500) tell(error.cause ?? error);
    return response;
  }

  /** A log that fails must not keep the outcome from being recorded. */
  function tell(error: unknown): void {
    try {
      onError(error);
    } catch (failure) {
      console.error(failure);
    }
  }

  function withAuth<Rest extends unknown[] = []>(
    handler: Handler<Rest>,
    handlerOptions: HandlerOptions = {},
  ): WrappedHandler<Rest> {
    const supervisionBy = readHandlerOptions(handlerOptions);
    const wrapped = async (request: Request, ...rest: Rest): Promise<Response> => {
      const run = async (known: AuthenticatedRequest): Promise<Response> => {
        try {
          return assertResponse(await handler(known, ...rest), known.auth);
        } catch (error) {
          return answer(failureOf(error));
        }
      };
      try {
        const auth = await identify(request);
        if (auth.actor === null) return await run(attachAuth(request, auth));
        return await supervise(request, auth, supervisionBy(gateOf(auth)), run);
      } catch (error) {
        return answer(ImpersonationError.from(error, 'unavailable'));
      }
    };
    coverage.note(wrapped, handlerOptions, 'handler');
    return wrapped;
  }

  function guard(handlerOptions: HandlerOptions = {}): Guard {
    const supervisionBy = readHandlerOptions(handlerOptions);
    const trouble = { tell, fail: (thrown: unknown) => answer(failureOf(thrown)) };
    const judged = async (request: Request): Promise<Admission> => {
      try {
        const auth = await identify(request);
        if (auth.actor === null) return admitted(auth, trouble);
        return await admit(request, auth, supervisionBy(gateOf(auth)), trouble);
      } catch (error) {
        return { is: 'refused', response: answer(ImpersonationError.from(error, 'unavailable')) };
      }
    };
    coverage.note(judged, handlerOptions, 'guard');
    return judged;
  }

  function readHandlerOptions(handlerOptions: HandlerOptions): (gate: Gate) => Supervision {
    const { whileImpersonating: policy = 'read-only', action = null } = handlerOptions;
    assertPolicy(policy);
    return (gate) => ({ gate, policy, action, policyTimeoutSeconds });
  }

  const requestAuth: RequestAuth = {
    withAuth,
    guard,
    action(name, handler, handlerOptions) {
      if (!isIdentifier(name)) throw new TypeError('An action needs a name such as note.delete');
      return withAuth(handler, { ...handlerOptions, action: name });
    },
    coverage: () => coverage.list(),
    verify: verifyUnbound(judge),
  };
  coverage.belongsTo(requestAuth);
  return requestAuth;
}

/** For a server that keeps no sessions: the token's own word, and its short life. */
const tokenAlone: Gate = {
  check: async (session) => ({ mode: session.mode ?? 'read-only' }),
  intend: () => Promise.resolve(),
  record: () => Promise.resolve(),
};

/** What a handler threw. Unlike the kit's own code, a handler may have done half of its work before. */
function failureOf(thrown: unknown): ImpersonationError {
  const error = ImpersonationError.from(thrown);
  if (error.code !== 'internal') return error;
  const message = 'Something went wrong on the server. Look at what was done before you try again.';
  return new ImpersonationError('internal', { message, cause: error.cause ?? error });
}

function assertResponse(value: Response, { actor }: Auth): Response {
  const isOne = (value as unknown) && typeof value.status === 'number' && value.status !== 0;
  // The body is looked at only where the answer will be copied: some servers send faster what nobody looked into.
  if (!isOne || (actor !== null && value.bodyUsed))
    throw new TypeError('The handler answered with something that cannot be sent');
  return value;
}
