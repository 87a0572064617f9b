import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { HandlerOptions } from '../../src/server/auth.js';
import { bearer, Notebook, protection } from '../support/protected.js';

interface Visit {
  token?: string | null;
  method?: string;
  policy?: HandlerOptions;
  gate?: Notebook;
}

async function visit({ token = 'full', method = 'GET', policy = {}, gate = new Notebook() }: Visit) {
  const errors: unknown[] = [];
  const { guard } = protection({ gate, onError: (error) => errors.push(error) });
  const request = new Request('https://api.test/notes/7?q=1', { method, headers: bearer(token) });
  return { admission: await guard(policy)(request), lines: gate.lines, errors, gate };
}

async function letIn(visitor: Visit) {
  const visited = await visit(visitor);
  assert.equal(visited.admission.is, 'admitted');
  return { ...visited, admission: visited.admission };
}

async function sentAway(visitor: Visit) {
  const visited = await visit(visitor);
  assert.equal(visited.admission.is, 'refused');
  const { response } = visited.admission;
  const { code } = (await response.json()) as { code: string };
  return { ...visited, response, code };
}

const down = new Error('connection to 10.0.0.1 lost');
const allow = { whileImpersonating: 'allow', action: 'note.update' } as const;

describe('a guard', () => {
  test('lets a person in, and leaves nothing to record', async () => {
    const { admission, lines } = await letIn({ token: 'ordinary', method: 'POST' });
    await admission.settle(200);

    assert.equal(admission.auth.userId, 'ada');
    assert.equal(admission.auth.actor, null);
    assert.deepEqual(admission.headers, {});
    assert.deepEqual(lines, []);
  });

  test('sends those away who say nothing of themselves', async () => {
    const { response, code, lines } = await sentAway({ token: null });

    assert.deepEqual([response.status, code], [401, 'token_missing']);
    assert.equal(response.headers.get('www-authenticate'), 'Bearer');
    assert.deepEqual(lines, []);
  });

  test('lets an actor look, with the intent in the record before', async () => {
    const { admission, lines } = await letIn({});

    assert.equal(admission.auth.actor?.sub, 'root');
    assert.deepEqual(admission.headers, { 'Impersonated-By': 'root; sid=session_1' });
    assert.deepEqual(lines, ['root as ada GET /notes/7 - intended']);
  });

  test('has the outcome recorded once, whoever says it first', async () => {
    const { admission, lines, gate } = await letIn({ method: 'POST', policy: allow });
    await Promise.all([admission.settle(204), admission.settle(500)]);
    await admission.settle(499);

    assert.deepEqual(lines, [
      'root as ada POST /notes/7 note.update intended',
      'root as ada POST /notes/7 note.update made 204',
    ]);
    assert.equal(new Set(gate.requests.map(({ id }) => id)).size, 1);
  });

  test('sends an actor away who may not, marked and in the record', async () => {
    const { response, code, lines } = await sentAway({ method: 'POST' });

    assert.deepEqual([response.status, code], [403, 'impersonation_blocked']);
    assert.equal(response.headers.get('impersonated-by'), 'root; sid=session_1');
    assert.deepEqual(lines, ['root as ada POST /notes/7 - blocked 403 impersonation_blocked']);
  });

  test('says at once that a policy is misspelt', () => {
    assert.throws(() => protection().guard({ whileImpersonating: 'alow' } as object), TypeError);
  });
});

describe('when the record cannot be written, a guard', () => {
  for (const method of ['GET', 'POST'])
    test(`lets no actor in for a ${method}`, async () => {
      const gate = new Notebook();
      gate.fails.intend = down;
      const { response, code, errors } = await sentAway({ method, gate, policy: allow });

      assert.deepEqual([response.status, code], [503, 'unavailable']);
      assert.deepEqual(errors, [down]);
    });

  for (const fails of ['check', 'record'] as const)
    test(`sends an actor away all the same when "${fails}" fails`, async () => {
      const gate = new Notebook();
      gate.fails[fails] = down;

      assert.equal((await sentAway({ method: 'POST', gate })).response.status, 503);
    });

  test('tells the host that an outcome is missing, and nobody else', async () => {
    const { admission, gate, errors } = await letIn({});
    gate.fails.record = down;
    await admission.settle(200);

    assert.deepEqual(errors, [down]);
  });
});

test('what a handler throws is told to the host, and nothing of it to the page', async () => {
  const { admission, errors } = await letIn({});
  const response = admission.fail(new Error('secret'));

  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /secret/);
  assert.equal((errors[0] as Error).message, 'secret');
});
