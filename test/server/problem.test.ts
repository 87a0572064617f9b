import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { errorCodes, ImpersonationError } from '../../src/core/errors.js';
import { judge, Problem } from '../../src/core/protocol.js';
import { problemResponse } from '../../src/server/problem.js';

describe('a refusal', () => {
  test('names its code, its sentence and its status, and is kept by no cache', async () => {
    const response = problemResponse(new ImpersonationError('reason_too_short', { field: 'reason' }));

    assert.equal(response.status, 422);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await response.json(), {
      type: 'urn:impersonation-kit:problem:reason_too_short',
      title: 'Give a reason of at least 10 characters.',
      status: 422,
      code: 'reason_too_short',
      field: 'reason',
    });
  });

  test('says how a session ended, where that is known', async () => {
    const response = problemResponse(new ImpersonationError('session_revoked'), { endCause: 'revoked' });

    assert.equal(((await response.json()) as Problem).endCause, 'revoked');
  });

  test('says when to try again, in whole seconds', () => {
    const response = problemResponse(new ImpersonationError('rate_limited', { retryAfter: 1.2 }));

    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '2');
  });

  test('carries the headers it is given', () => {
    const response = problemResponse(new ImpersonationError('method_not_allowed'), {
      headers: { Allow: 'GET' },
    });

    assert.equal(response.headers.get('allow'), 'GET');
  });

  test('is one that the client understands, whatever the code', async () => {
    for (const code of errorCodes) {
      const response = problemResponse(new ImpersonationError(code));
      const problem = judge(Problem, await response.json(), 'bad_answer');

      assert.equal(problem.status, response.status);
      assert.ok(response.status >= 400, `${code} travels under ${response.status}`);
    }
  });
});

describe('what was not meant for anybody', () => {
  const secrets: [what: string, thrown: unknown][] = [
    ['an error of a library', new Error('password=hunter2')],
    ['a text', 'hunter2'],
    ['nothing', undefined],
    ['an error that only looks like one of ours', { name: 'ImpersonationError', code: 'hunter2' }],
    ['the cause of one of ours', new ImpersonationError('internal', { cause: new Error('hunter2') })],
    ['an error of the browser half', new ImpersonationError('network', { message: 'hunter2' })],
  ];

  for (const [what, thrown] of secrets) {
    test(`${what} is an internal error without a word about it`, async () => {
      const response = problemResponse(thrown);
      const text = await response.text();

      assert.equal(response.status, 500);
      assert.match(text, /"code":"internal"/);
      assert.doesNotMatch(text, /hunter2|stack|\.ts/);
    });
  }
});

describe('the challenge of RFC 6750', () => {
  const challenges: [error: ImpersonationError, challenge: string | null][] = [
    [new ImpersonationError('token_missing'), 'Bearer'],
    [new ImpersonationError('unauthenticated'), 'Bearer'],
    [new ImpersonationError('expired'), 'Bearer error="invalid_token"'],
    [new ImpersonationError('session_revoked'), 'Bearer error="invalid_token"'],
    [
      new ImpersonationError('insufficient_user_authentication', { maxAge: 60 }),
      'Bearer error="insufficient_user_authentication", error_description="Sign in again, to confirm that it is you.", max_age="60"',
    ],
    [
      new ImpersonationError('insufficient_user_authentication', { message: 'Say "ä\\\r\nb"' }),
      'Bearer error="insufficient_user_authentication", error_description="Say b"',
    ],
    [new ImpersonationError('invalid_request', { field: 'authorization' }), 'Bearer error="invalid_request"'],
    [new ImpersonationError('invalid_request'), null],
    [new ImpersonationError('impersonation_blocked'), null],
    [new ImpersonationError('unavailable'), null],
  ];

  for (const [error, challenge] of challenges) {
    test(`${error.code}${error.field ? ` of ${error.field}` : ''}: ${challenge ?? 'none'}`, () => {
      assert.equal(problemResponse(error).headers.get('www-authenticate'), challenge);
    });
  }
});
