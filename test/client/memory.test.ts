import { expect } from 'chai';

import { createMemoryClient, type MemoryClient } from '../../src/client/memory.js';
import { ImpersonationError, type ErrorCode } from '../../src/core/errors.js';
import { decodeSession } from '../../src/core/decode.js';
import { endCauses, judge, SessionPage, sessionSorts, type StartRequest } from '../../src/core/protocol.js';

const reason = 'Notes do not show up.';
const request: StartRequest = { userId: 'u_42', reason, durationSeconds: 900 };

describe('the memory client', () => {
  it('is the same each time', async () => {
    const seen = async (client: MemoryClient) =>
      JSON.stringify([await client.list({ limit: 200 }), await client.events('imp_0100', {})]);

    expect((await seen(createMemoryClient())) === (await seen(createMemoryClient()))).to.equal(true);
  });

  it('is seeded with a month that the protocol accepts, every end cause in it', async () => {
    const { items, total } = judge(
      SessionPage,
      await createMemoryClient().list({ limit: 200 }),
      'bad_answer',
    );

    expect(total?.count).to.equal(120);
    expect(new Set(items.map(({ endCause }) => endCause))).to.include.all.keys([...endCauses, null]);
    for (const { createdAt, startedAt, endedAt, reason } of items) {
      expect(createdAt <= (startedAt ?? createdAt) && (startedAt ?? createdAt) <= (endedAt ?? '9')).to.equal(
        true,
      );
      expect(reason).to.have.length.above(9);
    }
  });

  it('pages through everything once, in each order', async () => {
    const client = createMemoryClient();
    for (const sort of sessionSorts) {
      const seen = await pages((cursor) => client.list({ sort, limit: 50, ...(cursor && { cursor }) }));
      expect(new Set(seen).size, sort).to.equal(120);
      expect(seen, sort).to.have.lengthOf(120);
    }
  });

  it('loses and repeats no row when another arrives between two pages', async () => {
    const client = createMemoryClient();
    const first = await client.list({ limit: 50 });
    await client.start(request);
    const second = await client.list({ limit: 50, cursor: first.nextCursor ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);

    expect(ids.at(50)).to.equal('imp_0070');
    expect(new Set(ids).size).to.equal(100);
  });

  it('refuses a page marker of another order', async () => {
    const client = createMemoryClient();
    const { nextCursor } = await client.list({ limit: 5 });

    expect(await codeOf(client.list({ sort: 'actor', cursor: nextCursor ?? '' }))).to.equal('invalid_cursor');
    expect(await codeOf(client.list({ cursor: 'nonsense' }))).to.equal('invalid_cursor');
    expect(await codeOf(client.list({ limit: 201 }))).to.equal('invalid_request');
  });

  it('filters by each thing there is, literally', async () => {
    const client = createMemoryClient();
    const all = (await client.list({ limit: 200 })).items;
    const count = async (query: object) => (await client.list(query)).total?.count;

    expect(await count({ actor: 'PRIYA' })).to.equal(all.filter(({ actor }) => actor.id === 'u_2').length);
    expect(await count({ subject: 'dana.fox@' })).to.equal(
      all.filter(({ subject }) => subject.id === 'u_42').length,
    );
    expect(await count({ status: 'active' })).to.equal(2);
    expect(await count({ endCause: 'idle' })).to.equal(
      all.filter(({ endCause }) => endCause === 'idle').length,
    );
    expect(await count({ text: 'umlaut' })).to.equal(
      all.filter((one) => one.reason.includes('umlaut')).length,
    );
    expect(await count({ text: '.*' })).to.equal(0);
    const where = (field: string, values: string[], not = false) =>
      count({ where: [{ field, values, not }] });
    const priya = all.filter(({ actor }) => actor.id === 'u_2').length;
    expect(await where('actor', ['priya', 'u_2'])).to.equal(priya);
    expect(await where('actor', ['priya'], true)).to.equal(120 - priya);
    const known = all.filter(({ caseNumber }) => caseNumber !== null).length;
    expect(await where('caseNumber', ['case-'])).to.equal(known);
    expect(await where('caseNumber', ['case-'], true)).to.equal(120 - known);
    expect(await where('endCause', ['idle', 'expired'], true)).to.equal(
      all.filter(({ endCause }) => endCause !== 'idle' && endCause !== 'expired').length,
    );
    expect(await where('any', ['umlaut', 'Priya R'])).to.equal(
      all.filter((one) => one.reason.includes('umlaut') || one.actor.id === 'u_2').length,
    );
    expect(await where('id', ['imp_0007'])).to.equal(1);
    const [newest, oldest] = [all[0]?.createdAt ?? '', all.at(-1)?.createdAt ?? ''];
    expect(await count({ from: newest })).to.equal(1);
    expect(await count({ to: newest })).to.equal(119);
    expect(await count({ to: oldest })).to.equal(0);
  });

  it('tells the person impersonated when and why, and who if it may, and lets them end it', async () => {
    const client = createMemoryClient();
    const { id } = await start(client);
    const { items, nextCursor } = await client.listAccess({ limit: 2 });

    expect(items[0]).to.include({ id, reason, actor: null, mayEnd: true, status: 'pending' });
    expect(await client.listAccess({ limit: 2, cursor: nextCursor ?? '' }))
      .to.have.property('items')
      .lengthOf(2);
    const ended = await client.endAccess(id);
    expect(ended).to.include({ endCause: 'revoked-by-subject', mayEnd: false });
    expect(await client.endAccess(id)).to.deep.equal(ended);
    expect((await client.get(id)).endedBy?.id).to.equal('u_42');

    const kim = createMemoryClient({ subject: { id: 'u_57', seeActor: true, end: false } });
    const [theirs] = (await kim.listAccess({})).items;
    expect(theirs?.actor?.name).to.be.a('string');
    expect(await codeOf(kim.endAccess(theirs?.id ?? ''))).to.equal('forbidden');
    expect(await codeOf(client.endAccess(theirs?.id ?? ''))).to.equal('not_found');
  });

  it('searches the directory, and says who is out of bounds', async () => {
    const client = createMemoryClient();
    const { items } = await client.searchUsers({ query: 'fieldnotes' });

    expect(items.map(({ refusal }) => refusal)).to.deep.equal(['subject_protected', 'self_impersonation']);
    expect((await client.getUser('u_9')).offer).to.equal(null);
    expect((await client.getUser('u_42')).offer?.modes).to.deep.equal(['read-only', 'full']);
    expect(await codeOf(client.getUser('nobody'))).to.equal('user_not_found');
  });

  const refusals: [what: string, request: Partial<StartRequest>, code: ErrorCode][] = [
    ['nobody', { userId: 'nobody' }, 'user_not_found'],
    ['oneself', { userId: 'u_1' }, 'self_impersonation'],
    ['somebody protected', { userId: 'u_9' }, 'subject_protected'],
    ['a short reason', { reason: 'because' }, 'reason_too_short'],
    ['a duration that is not on offer', { durationSeconds: 600 }, 'duration_not_allowed'],
    ['an odd case number', { caseNumber: 'a b' }, 'case_number_invalid'],
    ['a picky user without a case number', { userId: 'picky', durationSeconds: 60 }, 'case_number_required'],
    ['more than is on offer', { userId: 'picky', durationSeconds: 60, mode: 'full' }, 'mode_not_allowed'],
  ];
  for (const [what, wrong, code] of refusals) {
    it(`starts nothing for ${what}`, async () => {
      const offer = { modes: ['read-only' as const], durations: [60], caseNumber: 'required' as const };
      const usual = [
        { id: 'u_42', name: 'Dana Fox' },
        { id: 'u_1', name: 'Sam Lee', refusal: 'self_impersonation' as const },
        { id: 'u_9', name: 'Margaret Osei', refusal: 'subject_protected' as const },
      ];
      const client = createMemoryClient({ users: [...usual, { id: 'picky', name: 'Pia', offer }] });

      expect(await codeOf(client.start({ ...request, ...wrong }))).to.equal(code);
      expect((await client.list({ status: 'pending' })).items).to.deep.equal([]);
    });
  }

  it('lets nobody act twice as one person, nor as more than three at once', async () => {
    const client = createMemoryClient();
    await client.start(request);
    expect(await codeOf(client.start(request))).to.equal('session_conflict');
    await client.start({ ...request, userId: 'u_43' });
    await client.start({ ...request, userId: 'u_57' });

    expect(await codeOf(client.start({ ...request, userId: 'u_58' }))).to.equal('too_many_sessions');
  });

  it('redeems a ticket once; the second time ends what the first began', async () => {
    const client = createMemoryClient();
    const { ticket, id } = await start(client);
    const grant = await client.redeem(ticket);

    expect(decodeSession(grant.token)).to.deep.include({ userId: 'u_42', sessionId: id, mode: 'read-only' });
    expect(await codeOf(client.redeem(ticket))).to.equal('ticket_used');
    expect((await client.get(id)).endCause).to.equal('revoked');
    const error = await errorOf(client.renew(grant.token));
    expect(error).to.include({ code: 'session_revoked', endCause: 'revoked' });
  });

  it('forgets a ticket after half a minute', async () => {
    const client = createMemoryClient();
    const { ticket, id } = await start(client);
    client.clock.advance(30_000);

    expect(await codeOf(client.redeem(ticket))).to.equal('ticket_expired');
    expect((await client.get(id)).endCause).to.equal('never-redeemed');
    expect(await codeOf(client.redeem('x'.repeat(43)))).to.equal('ticket_invalid');
    expect(await codeOf(client.redeem('x'))).to.equal('ticket_invalid');
  });

  it('lets tokens and sessions run out by its clock alone', async () => {
    const client = createMemoryClient();
    const { token, session } = await begin(client);
    expect(decodeSession(token).expiresAt).to.equal(client.now() + 300_000);
    client.clock.advance(300_000);
    expect(await codeOf(client.renew(token))).to.equal('expired');
    client.clock.set(Date.parse(session.expiresAt));

    const ended = await client.get(session.id);
    expect(ended).to.include({ status: 'ended', endCause: 'expired', endedAt: session.expiresAt });
    expect((await errorOf(client.current(token))).endCause).to.equal('expired');
  });

  it('extends as often as it may, switches as far as it may, and keeps a record of it', async () => {
    const client = createMemoryClient();
    const { token, session } = await begin(client);
    for (let used = 1; used <= 3; used++) {
      expect((await client.extend(token, {})).session.extension.used).to.equal(used);
    }
    expect(await codeOf(client.extend(token, {}))).to.equal('extension_not_allowed');
    expect(await codeOf(client.setMode(token, { mode: 'full' }))).to.equal('reason_too_short');
    const full = await client.setMode(token, { mode: 'full', reason });
    expect(decodeSession(full.token).mode).to.equal('full');
    await client.end(full.token);

    const { items } = await client.events(session.id, {});
    expect(items.map(({ type }) => type.replace('session.', ''))).to.deep.equal([
      'requested',
      'started',
      'extended',
      'extended',
      'extended',
      'mode-changed',
      'ended',
    ]);
    expect(items.map(({ id }) => Number(id))).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('counts sessions over time, by the filters of the list', async () => {
    const client = createMemoryClient();
    const { items } = await client.list({ endCause: 'revoked', limit: 200 });
    const { bucket, buckets } = await client.activity({ from: '2026-10-20T00:00:00Z' });
    const sum = (key: 'count' | 'revoked', from = buckets) =>
      from.reduce((total, counted) => total + counted[key], 0);

    expect(bucket).to.equal('day');
    expect(buckets[0]).to.include({ start: '2026-10-20T00:00:00.000Z', end: '2026-10-21T00:00:00.000Z' });
    expect(buckets.at(-1)?.end).to.equal('2026-11-21T00:00:00.000Z');
    expect(sum('count')).to.equal(120);
    expect(sum('revoked')).to.be.at.least(items.length);
    expect(buckets.some(({ blocked }) => blocked > 0)).to.equal(true);
    const revoked = await client.activity({ endCause: 'revoked' });
    expect(sum('count', revoked.buckets)).to.equal(items.length);
    expect((await client.activity({ text: 'nothing like it' })).buckets).to.deep.equal([]);
    expect(await codeOf(client.activity({ timeZone: 'Mars/Olympus' }))).to.equal('invalid_request');
  });

  it('revokes, with a reason', async () => {
    const client = createMemoryClient();
    expect(await codeOf(client.revoke('imp_0120', { reason: 'no' }))).to.equal('reason_too_short');
    const revoked = await client.revoke('imp_0120', { reason: 'The case is closed.' });

    expect(revoked).to.include({ status: 'ended', endCause: 'revoked', endReason: 'The case is closed.' });
    expect((await client.events('imp_0120', {})).items.at(-1)?.type).to.equal('session.ended');
    expect(await codeOf(client.revoke('nothing', { reason }))).to.equal('not_found');
  });

  it('fails as often as it is told to', async () => {
    const client = createMemoryClient();
    client.fail('list', 'network', 2);
    const clear = client.fail('get', new ImpersonationError('rate_limited', { retryAfter: 9 }), Infinity);

    expect(await codeOf(client.list({}))).to.equal('network');
    expect(await codeOf(client.list({}))).to.equal('network');
    expect((await client.list({})).items).to.have.lengthOf(50);
    expect((await errorOf(client.get('imp_0001'))).retryAfter).to.equal(9);
    clear();
    expect((await client.get('imp_0001')).id).to.equal('imp_0001');
  });

  it('holds an answer back until it is let go, or called off', async () => {
    const client = createMemoryClient();
    const release = client.hold('list');
    const caller = new AbortController();
    const calledOff = client.list({}, { signal: caller.signal }).catch((error: unknown) => error);
    const held = client.list({});
    caller.abort('enough');
    expect(await calledOff).to.equal('enough');
    release();

    expect((await held).items).to.have.lengthOf(50);
  });

  it('remembers what it was asked, and no secret', async () => {
    const client = createMemoryClient();
    const { ticket } = await start(client);
    const { token } = await client.redeem(ticket);
    await client.renew(token);
    await client.end(token);

    expect(client.calls.map(({ method }) => method)).to.deep.equal(['start', 'redeem', 'renew', 'end']);
    expect(client.calls[0]?.args).to.deep.equal([request]);
    expect(JSON.stringify(client.calls)).not.to.contain(token).and.not.to.contain(ticket);
  });

  it('shares no data with whoever asks', async () => {
    const client = createMemoryClient();
    const session = await client.get('imp_0001');
    (session as { reason: string }).reason = 'changed';

    expect((await client.get('imp_0001')).reason).not.to.equal('changed');
  });

  it('takes what a story gives it', async () => {
    const client = createMemoryClient({
      sessions: 3,
      now: Date.UTC(2030, 0, 1),
      capabilities: { revoke: false },
    });
    client.put({ ...(await client.get('imp_0001')), id: 'put' });

    expect((await client.list({})).total?.count).to.equal(4);
    expect(client.now()).to.equal(Date.UTC(2030, 0, 1));
    expect(client.capabilities).to.include({ revoke: false, list: true });
    expect((await createMemoryClient({ sessions: [] }).list({})).items).to.deep.equal([]);
  });
});

async function start(client: MemoryClient) {
  const answer = await client.start(request);
  if (answer.kind !== 'ticket') throw new Error(answer.kind);
  return { ticket: answer.ticket, id: answer.session.id };
}

const begin = async (client: MemoryClient) => client.redeem((await start(client)).ticket);

async function pages(
  load: (cursor: string | null) => Promise<{ items: { id: string }[]; nextCursor: string | null }>,
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await load(cursor);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return seen;
}

const errorOf = (promise: Promise<unknown>): Promise<ImpersonationError> =>
  promise.then(
    () => Promise.reject(new Error('nothing went wrong')),
    (error: unknown) => {
      if (error instanceof ImpersonationError) return error;
      throw error;
    },
  );
const codeOf = async (promise: Promise<unknown>) => (await errorOf(promise)).code;
