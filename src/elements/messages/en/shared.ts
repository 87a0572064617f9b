import type { ErrorCode } from '../../../core/errors.js';
import type { Mode } from '../../../core/protocol.js';

/** Names of the two modes, as a label. */
export const modes = { 'read-only': 'Read-only', full: 'Full access' } satisfies Record<Mode, string>;

/** Where an error's own sentence (which is English) should read differently to a person in front of an element. */
export const errors: Partial<Record<ErrorCode, string>> = {};
