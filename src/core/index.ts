/** Entry `impersonation-kit/core`: the meaning of the data. */

import './error-sentences.js';

export { isIdentifier, maxActorDepth, readActor, type Actor } from './actor.js';
export { decodeSession } from './decode.js';
export { errorCodes, ImpersonationError, isErrorCode, type ErrorCode, type ErrorDetails } from './errors.js';
export * from './protocol.js';
export * from './query/index.js';
export { readSession, type Session } from './session.js';
