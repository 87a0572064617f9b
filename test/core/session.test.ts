import { expect } from 'chai';

import { ImpersonationError } from '../../src/core/errors.js';
import { readSession } from '../../src/core/session.js';

describe('readSession', () => {
  const claims = { sub: 'user_1', sid: 'session_1', iss: 'https://issuer.test', exp: 2_000_000_000 };

  it('reads an ordinary session: nobody acts for the user', () => {
    expect(readSession(claims)).to.deep.equal({
      userId: 'user_1',
      sessionId: 'session_1',
      actor: null,
      issuer: 'https://issuer.test',
      name: null,
      expiresAt: 2_000_000_000_000,
      mode: null,
      endsAt: null,
      idleEndsAt: null,
    });
  });

  it('reads who is really there, and only the current one of a chain', () => {
    const act = { sub: 'admin_1', iss: 'https://issuer.test', sid: 's', act: { sub: 'admin_0' } };

    expect(readSession({ ...claims, act }).actor).to.deep.equal({
      sub: 'admin_1',
      iss: 'https://issuer.test',
      sid: 's',
    });
  });

  it('reads the terms of the impersonation, in milliseconds', () => {
    const session = readSession({
      ...claims,
      act: { sub: 'admin_1' },
      impersonation: { mode: 'full', exp: 1_900_000_000, idle_exp: 1_800_000_000 },
    });

    expect(session).to.include({ mode: 'full', endsAt: 1_900_000_000_000, idleEndsAt: 1_800_000_000_000 });
  });

  it('grants no more than looking when the issuer does not say', () => {
    expect(readSession({ ...claims, act: { sub: 'admin_1' } }).mode).to.equal('read-only');
  });

  it('ignores terms in a token that names no actor', () => {
    expect(readSession({ ...claims, impersonation: { mode: 'full' } }).mode).to.equal(null);
  });

  const refused: [why: string, claims: unknown, code: string][] = [
    ['claims that are a list', [], 'claims_not_object'],
    ['claims that are null', null, 'claims_not_object'],
    ['no subject', { ...claims, sub: undefined }, 'sub_invalid'],
    ['a numeric subject', { ...claims, sub: 42 }, 'sub_invalid'],
    ['a subject with a line break', { ...claims, sub: 'a\nb' }, 'sub_invalid'],
    ['half a surrogate pair in the subject', { ...claims, sub: 'a\ud800' }, 'sub_invalid'],
    ['an endless token', { ...claims, exp: Infinity }, 'claim_type'],
    ['an unknown mode', { ...claims, act: { sub: 'a' }, impersonation: { mode: 'god' } }, 'claim_type'],
    ['terms that are no object', { ...claims, act: { sub: 'a' }, impersonation: 'full' }, 'claim_type'],
    ...[null, false, true, 0, 1, '', 'admin', [], [{ sub: 'admin' }]].map(
      (act): [string, unknown, string] => [`act ${JSON.stringify(act)}`, { ...claims, act }, 'act_malformed'],
    ),
    ['act {}', { ...claims, act: {} }, 'act_sub_missing'],
    [
      'an actor without sub, whatever its prototype says',
      { ...claims, act: Object.create({ sub: 'a' }) as object },
      'act_sub_missing',
    ],
    ['an actor with an empty sub', { ...claims, act: { sub: '' } }, 'act_sub_invalid'],
    ['an actor with a numeric iss', { ...claims, act: { sub: 'a', iss: 1 } }, 'act_malformed'],
    ['a prior actor that is a string', { ...claims, act: { sub: 'a', act: 'b' } }, 'act_malformed'],
    ['nine actors', { ...claims, act: chain(9) }, 'act_too_deep'],
  ];

  for (const [why, wrong, code] of refused) {
    it(`refuses ${why}: never "no actor"`, () => {
      expect(() => readSession(wrong))
        .to.throw(ImpersonationError)
        .with.property('code', code);
    });
  }

  it('accepts eight actors', () => {
    expect(readSession({ ...claims, act: chain(8) }).actor?.sub).to.equal('admin');
  });

  function chain(length: number): object {
    return length === 1 ? { sub: 'admin' } : { sub: 'admin', act: chain(length - 1) };
  }
});
