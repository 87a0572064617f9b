import { expect } from 'chai';

import { createMemoryClient } from '../../src/client/memory.js';
import { ImpersonationError } from '../../src/core/errors.js';
import { answers, impersonating, pretendPage, PretendStorage, ticketFor } from '../support/pretend-page.js';

interface Asked {
  readonly url: string;
  readonly authorization: string | null;
  readonly credentials: string;
  readonly body: string;
}

/** The host's API: remembers what it was asked, as plain data. */
function createApi(answer: () => Response = () => Response.json({ notes: [] })) {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push({
      url: request.url,
      authorization: request.headers.get('authorization'),
      credentials: request.credentials,
      body: await request.text(),
    });
    return answer();
  };
  return { asked, fetch };
}

const problem =
  (code: string, status = 401) =>
  () =>
    Response.json({ code, status }, { status });

describe("a tab session's fetch", () => {
  it('sends the token and no cookie while impersonating, whatever the caller asked for', async () => {
    const api = createApi();
    const { tab } = await impersonating(api);
    await tab.fetch('/api/notes', {
      method: 'POST',
      body: 'a note',
      credentials: 'include',
      headers: { authorization: 'Bearer of-the-admin' },
    });

    expect(api.asked).to.deep.equal([
      {
        url: `${location.origin}/api/notes`,
        authorization: `Bearer ${tab.token ?? ''}`,
        credentials: 'omit',
        body: 'a note',
      },
    ]);
  });

  it('takes a Request as well', async () => {
    const api = createApi();
    const { tab } = await impersonating(api);
    await tab.fetch(new Request('/api/notes', { method: 'PUT', body: 'a note', credentials: 'include' }));

    expect(api.asked[0]).to.include({ credentials: 'omit', body: 'a note' });
    expect(api.asked[0]?.authorization).to.match(/^Bearer ey/);
  });

  it('touches nothing when nobody is impersonated', async () => {
    const api = createApi();
    await pretendPage(api).tab.fetch('/api/notes', { credentials: 'include' });

    expect(api.asked[0]).to.include({ authorization: null, credentials: 'include' });
  });

  it('gives the token to no other origin, and no cookie either', async () => {
    const api = createApi();
    const { tab } = await impersonating(api);
    await tab.fetch('https://elsewhere.example/api', { credentials: 'include' });

    expect(api.asked[0]).to.include({ authorization: null, credentials: 'omit' });
  });

  it('gives the token to the origins it was told of, and no other', async () => {
    const api = createApi();
    const { tab } = await impersonating({ ...api, origins: ['https://api.example'] });
    await tab.fetch('https://api.example/notes');
    await tab.fetch('https://api.example.evil.example/notes');

    expect(api.asked.map(({ authorization }) => authorization !== null)).to.deep.equal([true, false]);
  });

  it('waits for a ticket that is being redeemed, and then goes out as that person', async () => {
    const api = createApi();
    const client = createMemoryClient({ sessions: 0 });
    const hash = `#ik-ticket=${await ticketFor(client)}`;
    const release = client.hold('redeem');
    const { tab } = pretendPage({ ...api, client, hash });
    const response = tab.fetch('/api/notes');
    await answers();
    expect(api.asked).to.deep.equal([]);
    release();

    expect((await response).status).to.equal(200);
    expect(api.asked[0]?.authorization).to.equal(`Bearer ${tab.token ?? ''}`);
  });

  it('can be called off while it waits', async () => {
    const client = createMemoryClient({ sessions: 0 });
    const hash = `#ik-ticket=${await ticketFor(client)}`;
    client.hold('redeem');
    const { tab } = pretendPage({ client, hash });
    const caller = new AbortController();
    const response = tab.fetch('/api/notes', { signal: caller.signal });
    caller.abort(new Error('called off'));

    expect(await rejection(response)).to.equal('Error: called off');
  });

  it('sends nothing when the ticket was no good: no request turns into the admin’s own', async () => {
    const api = createApi();
    const { tab } = pretendPage({ ...api, hash: `#ik-ticket=${'x'.repeat(43)}` });

    expect(await rejection(tab.fetch('/api/notes'))).to.equal('ticket_invalid');
    expect(api.asked).to.deep.equal([]);
  });

  it('sends nothing when what the tab kept cannot be read', async () => {
    const api = createApi();
    const storage = new PretendStorage();
    storage.setItem('impersonation-kit', '{');

    expect(await rejection(pretendPage({ ...api, storage }).tab.fetch('/'))).to.equal('malformed_token');
    expect(api.asked).to.deep.equal([]);
  });

  it('sends nothing once it is over', async () => {
    const api = createApi();
    const { tab } = await impersonating(api);
    await tab.end();

    expect(await rejection(tab.fetch('/api/notes'))).to.equal('session_revoked');
    expect(api.asked).to.deep.equal([]);
  });

  it('asks for a new token first when the old one ran out in its sleep, and sends nothing when there is none', async () => {
    const api = createApi();
    const { tab, client } = await impersonating({ ...api, durationSeconds: 3600 });
    client.clock.advance(6 * 60_000);

    expect(await rejection(tab.fetch('/api/notes'))).to.equal('session_expired');
    expect(client.calls.at(-1)?.method).to.equal('renew');
    expect(api.asked).to.deep.equal([]);
  });

  for (const code of ['session_revoked', 'session_expired', 'expired']) {
    it(`asks the backend what is true when the API answers ${code}, and leaves the answer readable`, async () => {
      const { tab, client, sessionId } = await impersonating(createApi(problem(code)));
      await client.revoke(sessionId, { reason: 'The case is closed.' });
      const response = await tab.fetch('/api/notes');

      expect(await response.json()).to.deep.equal({ code, status: 401 });
      await answers();
      expect(tab.state.status).to.equal('ended');
    });
  }

  for (const [what, answer] of [
    ['a 401 of its own', problem('please_log_in')],
    ['a 401 without a word', () => new Response(null, { status: 401 })],
    ['a 403', problem('session_revoked', 403)],
  ] as const) {
    it(`does not mind ${what}`, async () => {
      const { tab, client } = await impersonating(createApi(answer));
      await tab.fetch('/api/notes');
      await answers();

      expect(client.calls.map(({ method }) => method)).to.deep.equal(['start', 'redeem']);
    });
  }

  it('starts the time without activity anew when the API answered, and only then', async () => {
    let status = 200;
    const api = createApi(() => new Response(null, { status }));
    const { tab, client } = await impersonating({ ...api, durationSeconds: 3600 });
    client.clock.advance(60_000);
    await tab.fetch('/api/notes');
    expect(idleEnd(tab)).to.equal(client.now() + 900_000);

    const before = idleEnd(tab);
    client.clock.advance(60_000);
    status = 500;
    await tab.fetch('/api/notes');
    expect(idleEnd(tab)).to.equal(before);
  });

  it('is not fooled by a page that posts messages', async () => {
    const { tab } = await impersonating();
    const before = tab.state;
    window.postMessage({ type: 'ended', sessionId: 'imp_new_1' }, '*');
    await answers();

    expect(tab.state === before).to.equal(true);
  });
});

const idleEnd = ({ state }: { state: { status: string; session?: { idleEndsAt: number | null } | null } }) =>
  state.session?.idleEndsAt;
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing went wrong',
    (error: unknown) => (error instanceof ImpersonationError ? error.code : String(error)),
  );
