import assert from 'node:assert/strict';

import { ImpersonationError, type ErrorCode } from '../../src/core/errors.js';

/** Waits for the promise to be refused, with this code. */
export const refuses = (promise: Promise<unknown>, code: ErrorCode): Promise<void> =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof ImpersonationError);
    assert.equal(error.code, code);
    return true;
  });
