import { expect } from 'chai';

import type { ImpersonationClient } from '../../src/client/client.js';
import { createHttpClient } from '../../src/client/http.js';
import { createMemoryClient } from '../../src/client/memory.js';
import { sampleSession } from '../../src/client/memory-seed.js';
import { toAccess } from '../../src/core/access.js';
import { errorCodes, ImpersonationError } from '../../src/core/errors.js';
import { problemType } from '../../src/core/protocol.js';
import { PretendStorage } from '../support/pretend-page.js';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly credentials: string | undefined;
  readonly cache: string | undefined;
  readonly redirect: string | undefined;
  readonly authorization: string | null;
  readonly type: string | null;
  readonly body: unknown;
}

const session = sampleSession();
const grant = { token: 'a.b.c', session };
const page = { items: [], nextCursor: null, total: null };
const users = { ...page, items: [] };
const started = {
  kind: 'ticket',
  ticket: 't'.repeat(43),
  ticketExpiresAt: session.createdAt,
  url: 'https://app.example/',
  session,
};
const user = {
  id: 'u_42',
  name: 'Dana Fox',
  email: null,
  organization: null,
  role: null,
  refusal: null,
  offer: { modes: ['read-only'], durations: [900], caseNumber: 'off', tellsSubject: false },
};
const access = toAccess(session, { seeActor: true, end: true }, { looks: 3, changes: 1, blocked: 0 });
const activity = {
  bucket: 'day',
  buckets: [
    { start: '2026-11-20T00:00:00.000Z', end: '2026-11-21T00:00:00.000Z', count: 3, blocked: 1, revoked: 0 },
  ],
};
const reason = 'Notes do not show up.';

/** Each call, what it sends, and a good answer to it. */
const calls: [
  name: keyof ImpersonationClient,
  call: (client: ImpersonationClient, signal?: AbortSignal) => Promise<unknown>,
  sends: string,
  body: unknown,
  by: 'admin' | 'tab' | 'nobody',
  answer: unknown,
][] = [
  [
    'searchUsers',
    (c, signal) => c.searchUsers({ query: 'ann & bob', limit: 5 }, options(signal)),
    'GET /impersonation/users?query=ann+%26+bob&limit=5',
    null,
    'admin',
    users,
  ],
  [
    'getUser',
    (c, signal) => c.getUser('u/42', options(signal)),
    'GET /impersonation/users/u%2F42',
    null,
    'admin',
    user,
  ],
  [
    'start',
    (c, signal) => c.start({ userId: 'u_42', reason, durationSeconds: 900 }, options(signal)),
    'POST /impersonation/impersonations',
    { userId: 'u_42', reason, durationSeconds: 900 },
    'admin',
    started,
  ],
  [
    'list',
    (c, signal) => c.list({ status: 'active', actor: '', sort: '-createdAt' }, options(signal)),
    'GET /impersonation/impersonations?status=active&sort=-createdAt',
    null,
    'admin',
    page,
  ],
  [
    'list',
    (c, signal) => c.list({ where: [{ field: 'id', not: true, values: ['a b'] }] }, options(signal)),
    `GET /impersonation/impersonations?where=${encodeURIComponent('[{"field":"id","not":true,"values":["a b"]}]').replaceAll('%20', '+')}`,
    null,
    'admin',
    page,
  ],
  [
    'get',
    (c, signal) => c.get('imp_1', options(signal)),
    'GET /impersonation/impersonations/imp_1',
    null,
    'admin',
    session,
  ],
  [
    'events',
    (c, signal) => c.events('imp_1', { cursor: 'abc' }, options(signal)),
    'GET /impersonation/impersonations/imp_1/events?cursor=abc',
    null,
    'admin',
    page,
  ],
  [
    'activity',
    (c, signal) => c.activity({ text: 'invoice', bucket: 'day', timeZone: 'Asia/Kolkata' }, options(signal)),
    'GET /impersonation/impersonations/activity?text=invoice&bucket=day&timeZone=Asia%2FKolkata',
    null,
    'admin',
    activity,
  ],
  [
    'revoke',
    (c, signal) => c.revoke('imp_1', { reason }, options(signal)),
    'POST /impersonation/impersonations/imp_1/revoke',
    { reason },
    'admin',
    session,
  ],
  [
    'listAccess',
    (c, signal) => c.listAccess({ limit: 5 }, options(signal)),
    'GET /impersonation/me/access?limit=5',
    null,
    'admin',
    { ...page, items: [access] },
  ],
  [
    'endAccess',
    (c, signal) => c.endAccess('imp/1', options(signal)),
    'POST /impersonation/me/access/imp%2F1/end',
    {},
    'admin',
    access,
  ],
  [
    'redeem',
    (c, signal) => c.redeem('t'.repeat(43), options(signal)),
    'POST /impersonation/redeem',
    { ticket: 't'.repeat(43) },
    'nobody',
    grant,
  ],
  ['renew', (c, signal) => c.renew('a.b.c', options(signal)), 'POST /impersonation/token', {}, 'tab', grant],
  [
    'current',
    (c, signal) => c.current('a.b.c', options(signal)),
    'GET /impersonation/current',
    null,
    'tab',
    session,
  ],
  [
    'extend',
    (c, signal) => c.extend('a.b.c', { reason }, options(signal)),
    'POST /impersonation/current/extend',
    { reason },
    'tab',
    grant,
  ],
  [
    'setMode',
    (c, signal) => c.setMode('a.b.c', { mode: 'full', reason }, options(signal)),
    'POST /impersonation/current/mode',
    { mode: 'full', reason },
    'tab',
    grant,
  ],
  [
    'end',
    (c, signal) => c.end('a.b.c', options(signal)),
    'POST /impersonation/current/end',
    {},
    'tab',
    session,
  ],
];

function options(signal: AbortSignal | undefined) {
  return signal ? { signal } : {};
}

function backend(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const fetch = (input: RequestInfo | URL, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    asked.push({
      method: init.method ?? 'GET',
      url: new Request(input).url.replace(location.origin, ''),
      credentials: init.credentials,
      cache: init.cache,
      redirect: init.redirect,
      authorization: headers.get('authorization'),
      type: headers.get('content-type'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
    });
    return Promise.resolve(answer());
  };
  return { asked, fetch };
}

const clientOf = (answer: () => Response | Promise<Response>, options = {}) =>
  createHttpClient({ endpoint: '/impersonation/', fetch: backend(answer).fetch, storage: null, ...options });

describe('the http client', () => {
  for (const [name, call, sends, body, by, answer] of calls) {
    it(`sends ${sends} for ${name}, and answers with what was judged`, async () => {
      const { asked, fetch } = backend(() => Response.json(answer));
      const result = await call(createHttpClient({ endpoint: '/impersonation/', fetch, storage: null }));

      expect(result).to.deep.equal(answer);
      expect(asked).to.have.lengthOf(1);
      expect(`${asked[0]?.method ?? ''} ${asked[0]?.url ?? ''}`).to.equal(sends);
      expect(asked[0]).to.deep.include({
        credentials: by === 'admin' ? 'same-origin' : 'omit',
        authorization: by === 'tab' ? 'Bearer a.b.c' : null,
        cache: 'no-store',
        redirect: 'manual',
        type: sends.startsWith('POST') ? 'application/json' : null,
        body,
      });
    });

    const nonsense: [what: string, answer: () => Response][] = [
      [
        'a sign-in page',
        () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }),
      ],
      ['nothing', () => new Response('')],
      ['half a body', () => new Response(JSON.stringify(answer).slice(0, -9))],
      ['null', () => Response.json(null)],
      ['a list', () => Response.json([answer])],
      ['an empty object', () => Response.json({})],
      ['numbers for text', () => Response.json(mapValues(answer as object, () => 7))],
      ['a page of the server that broke', () => new Response('<h1>Oops</h1>', { status: 500 })],
    ];
    for (const [what, nonsensical] of nonsense) {
      it(`calls it nonsense when ${name} is answered with ${what}`, async () => {
        expect(await codeOf(call(clientOf(nonsensical)))).to.equal('bad_answer');
      });
    }
  }

  const [, anyCall] = calls[0] ?? [];
  const ask = (client: ImpersonationClient, signal?: AbortSignal) =>
    anyCall ? anyCall(client, signal) : Promise.reject(new Error('there are no calls'));

  for (const code of errorCodes) {
    const { status } = new ImpersonationError(code);
    if (!status) continue;
    it(`understands a problem with the code ${code}`, async () => {
      const body = { type: problemType(code), title: 'Not shown', status, code, field: 'reason' };
      const error = await errorOf(ask(clientOf(() => Response.json(body, { status }))));

      expect(error).to.include({ code, field: 'reason', status });
      expect(error.message).not.to.contain('Not shown');
    });
  }

  it('says how the impersonation ended', async () => {
    const body = {
      type: '',
      title: '',
      status: 401,
      code: 'session_revoked',
      endCause: 'revoked-by-subject',
    };
    const error = await errorOf(ask(clientOf(() => Response.json(body, { status: 401 }))));

    expect(error.endCause).to.equal('revoked-by-subject');
  });

  it('names each start, as the caller does or by a name of its own', async () => {
    const names: (string | null)[] = [];
    const client = createHttpClient({
      endpoint: '/impersonation',
      storage: null,
      fetch: async (_, init) => {
        names.push(new Headers(init?.headers).get('idempotency-key'));
        return Response.json(started, { status: 201 });
      },
    });
    const request = { userId: 'u_42', reason, durationSeconds: 900 };
    await client.start(request, { idempotencyKey: '"mine"' });
    await client.start(request);
    await client.start(request);

    expect(names[0]).to.equal('"mine"');
    expect(names[1]).to.match(/^"[\w-]{22}"$/);
    expect(names[2])
      .to.match(/^"[\w-]{22}"$/)
      .and.not.equal(names[1]);
  });

  it('says how fresh a sign-in must be', async () => {
    const code = 'insufficient_user_authentication';
    const body = { type: problemType(code), title: '', status: 401, code, maxAge: 300 };
    const error = await errorOf(ask(clientOf(() => Response.json(body, { status: 401 }))));

    expect(error).to.include({ code, maxAge: 300 });
  });

  for (const [status, code] of [
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [413, 'payload_too_large'],
    [429, 'rate_limited'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [418, 'bad_answer'],
  ] as const) {
    it(`reads a ${String(status)} of a proxy, which knows no codes, as ${code}`, async () => {
      const answers = [
        () => new Response('<h1>No</h1>', { status }),
        () => Response.json({ code: 'no_such_code' }, { status }),
      ];
      for (const answer of answers) expect(await codeOf(ask(clientOf(answer)))).to.equal(code);
    });
  }

  for (const [value, seconds] of [
    ['7', 7],
    [new Date(Date.UTC(2026, 0, 1, 0, 0, 30)).toUTCString(), 30],
    ['soon', undefined],
  ] as const) {
    it(`waits as long as "${value}" says`, async () => {
      const answer = () => new Response('', { status: 429, headers: { 'retry-after': value } });
      const error = await errorOf(ask(clientOf(answer, { now: () => Date.UTC(2026, 0, 1) })));

      expect(error.retryAfter).to.equal(seconds);
    });
  }

  it('says that the server cannot be reached when it cannot', async () => {
    const error = await errorOf(ask(clientOf(() => Promise.reject(new TypeError('Failed to fetch')))));

    expect(error.code).to.equal('network');
    expect(error.cause).to.be.instanceOf(TypeError);
  });

  it('gives up on a server that takes too long', async () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const client = createHttpClient({
      endpoint: '/impersonation',
      fetch: never,
      timeoutMs: 1,
      storage: null,
    });

    expect(await codeOf(ask(client))).to.equal('network');
  });

  it('passes on that it was called off, before and after it was sent', async () => {
    const caller = new AbortController();
    const { asked, fetch } = backend(() => {
      caller.abort('enough');
      return Promise.reject(new DOMException('Aborted', 'AbortError'));
    });
    const client = createHttpClient({ endpoint: '/impersonation', fetch, storage: null });
    const outcomes: unknown[] = [];
    await ask(client, caller.signal).catch((error: unknown) => outcomes.push(error));
    await ask(client, caller.signal).catch((error: unknown) => outcomes.push(error));

    expect(outcomes).to.deep.equal(['enough', 'enough']);
    expect(asked).to.have.lengthOf(1);
  });

  for (const id of ['', '.', '..']) {
    it(`asks nobody about the session "${id}", which would be another address`, async () => {
      const { asked, fetch } = backend(() => Response.json(session));

      expect(await codeOf(createHttpClient({ endpoint: '/x', fetch, storage: null }).get(id))).to.equal(
        'not_found',
      );
      expect(asked).to.deep.equal([]);
    });
  }

  it('opens no address that is a script', async () => {
    const client = clientOf(() => Response.json({ ...started, url: 'javascript:alert(1)' }));

    expect(await codeOf(client.start({ userId: 'u_42', reason, durationSeconds: 900 }))).to.equal(
      'bad_answer',
    );
  });

  it('drops what a backend adds to its answers', async () => {
    const client = clientOf(() => Response.json({ ...session, secret: 'x' }));

    expect(await client.get('imp_1')).not.to.have.property('secret');
  });

  it('needs to know where the backend is', () => {
    expect(() => createHttpClient({ endpoint: '' })).to.throw(TypeError);
  });

  it('answers like the memory client, to the elements', () => {
    const shape = (client: ImpersonationClient) => calls.map(([name]) => typeof client[name]);

    expect(shape(clientOf(() => Response.json({})))).to.deep.equal(shape(createMemoryClient()));
  });
});

describe("the server's clock", () => {
  const desk = Date.UTC(2026, 0, 1);
  const saysIts = (instant: number) => () =>
    Response.json(page, { headers: { date: new Date(instant).toUTCString() } });
  const minutes = (count: number) => count * 60_000;

  for (const off of [-10, 10]) {
    it(`is believed when the one on the desk is ${String(off)} minutes off`, async () => {
      const client = clientOf(saysIts(desk - minutes(off)), { now: () => desk });
      expect(client.now()).to.equal(desk);
      await client.list({});

      expect(Math.abs(client.now() - (desk - minutes(off)))).to.be.at.most(500);
    });
  }

  it('is the one on the desk while the two agree to the second, so that no countdown jitters', async () => {
    const client = clientOf(saysIts(desk - 400), { now: () => desk });
    await client.list({});

    expect(client.now()).to.equal(desk);
  });

  it('is remembered over a reload, before anybody has answered', async () => {
    const storage = new PretendStorage();
    await clientOf(saysIts(desk + minutes(10)), { now: () => desk, storage }).list({});
    const again = clientOf(saysIts(desk), { now: () => desk, storage });

    expect(again.now()).to.be.greaterThan(desk + minutes(9));
  });

  it('is corrected once the desk is', async () => {
    const storage = new PretendStorage();
    storage.setItem('impersonation-kit/clock', String(minutes(10)));
    const client = clientOf(saysIts(desk), { now: () => desk, storage });
    await client.list({});

    expect(client.now()).to.equal(desk);
  });

  for (const kept of ['nonsense', 'Infinity', '{}']) {
    it(`is not upset by "${kept}" in the storage`, () => {
      const storage = new PretendStorage();
      storage.setItem('impersonation-kit/clock', kept);

      expect(clientOf(saysIts(desk), { now: () => desk, storage }).now()).to.equal(desk);
    });
  }

  it('is learnt from errors too, and not from an answer without a date', async () => {
    const headers = { date: new Date(desk + minutes(10)).toUTCString() };
    const answers = [Response.json(page), new Response('', { status: 503, headers })];
    const client = clientOf(() => answers.shift() ?? Response.error(), { now: () => desk });
    await client.list({});
    expect(client.now()).to.equal(desk);
    await client.list({}).catch(() => undefined);

    expect(client.now()).to.be.greaterThan(desk + minutes(9));
  });
});

const errorOf = (promise: Promise<unknown>): Promise<ImpersonationError> =>
  promise.then(
    () => Promise.reject(new Error('nothing went wrong')),
    (error: unknown) => {
      if (error instanceof ImpersonationError) return error;
      throw error;
    },
  );
const codeOf = async (promise: Promise<unknown>) => (await errorOf(promise)).code;
const mapValues = (object: object, map: () => unknown) =>
  Object.fromEntries(Object.keys(object).map((key) => [key, map()]));
