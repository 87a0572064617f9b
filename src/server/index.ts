/** Entry `impersonation-kit/server`: Request in, Response out, on any runtime with the web's own types. */

import '../core/error-sentences.js';

export { ImpersonationError, type ErrorCode } from '../core/errors.js';
export type { Admission, Admitted, Guard, Refused } from './admission.js';
export {
  createAuth,
  type AuthIssuer,
  type AuthOptions,
  type Handler,
  type HandlerOptions,
  type RequestAuth,
  type WrappedHandler,
} from './auth.js';
export type { Auth, AuthenticatedRequest } from './authenticated-request.js';
export { createImpersonationBackend, type Backend } from './backend.js';
export type { BackendOptions } from './backend-options.js';
export type { ActorReader, VerifiedSession } from './claims.js';
export { reportCoverage, type CoverageReport, type HandlerCoverage, type Route } from './coverage.js';
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
  type SubjectMay,
  type TellSubject,
  type UserDirectory,
} from './host.js';
export type { IssuerOptions } from './issuers.js';
export type { IsSignedIn, Limits } from './lifecycle/context.js';
export { mount } from './mount.js';
export { allOf, nobody, sameOrganization, strictlyBelow } from './policies.js';
export type { ProofMemory } from './proof-memory.js';
export { problemResponse, type ProblemExtra } from './problem.js';
export { createVerifier, type Verifier, type VerifierOptions, type VerifierSettings } from './verify.js';
