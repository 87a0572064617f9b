/** Entry `impersonation-kit/server`: Request in, Response out, on any runtime with the web's own types. */

export { ImpersonationError, type ErrorCode } from '../core/errors.js';
export { createAuth, type AuthOptions, type Handler, type HandlerOptions, type RequestAuth } from './auth.js';
export type { Auth, AuthenticatedRequest } from './authenticated-request.js';
export { createImpersonationBackend, type Backend } from './backend.js';
export type { BackendOptions } from './backend-options.js';
export type { VerifiedSession } from './claims.js';
export type { Database, Queryable, Row } from './database/database.js';
export { openDatabase, type DatabaseSource } from './database/open-database.js';
export type { Gate, ImpersonatedRequest, Outcome } from './gate.js';
export { alwaysBlockedActions, type AlwaysBlockedAction, type WhileImpersonating } from './handler-policy.js';
export {
  defaultPermission,
  type Authenticate,
  type Decision,
  type Permission,
  type Person,
  type Policy,
  type Right,
  type Rights,
  type SignedIn,
  type TellSubject,
  type UserDirectory,
} from './host.js';
export type { IsSignedIn, Limits } from './lifecycle/context.js';
export { problemResponse, type ProblemExtra } from './problem.js';
export { createVerifier, type Verifier, type VerifierOptions } from './verify.js';
