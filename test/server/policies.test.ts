/** The policies a host can take as they are. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  allOf,
  nobody,
  sameOrganization,
  strictlyBelow,
  type Decision,
  type Person,
  type Policy,
} from '../../src/server/index.js';

const person = (role: string | null, organization: string | null = null): Person => ({
  id: `${String(role)} at ${String(organization)}`,
  name: 'Somebody',
  role,
  organization,
});
const ask = async (policy: Policy, actor: Person, subject: Person): Promise<Decision> =>
  policy({ actor, subject });

describe('nobody', () => {
  it('lets not even an owner act as a member', async () => {
    assert.equal(await ask(nobody, person('owner'), person('member')), false);
  });
});

describe('strictlyBelow', () => {
  const policy = strictlyBelow(['member', 'support', 'owner']);
  const protectedPerson = { refuse: 'subject_protected' };

  it('lets support act as a member, and as somebody without a role', async () => {
    assert.equal(await ask(policy, person('support'), person('member')), true);
    assert.equal(await ask(policy, person('support'), person(null)), true);
    assert.equal(await ask(policy, person('support'), person('')), true);
  });

  it('reads a role however it is written', async () => {
    assert.equal(await ask(policy, person(' Support'), person('MEMBER')), true);
    assert.equal(await ask(strictlyBelow(['Member ', 'OWNER']), person('owner'), person('member')), true);
  });

  it('protects whoever ranks as high, or higher', async () => {
    assert.deepEqual(await ask(policy, person('support'), person('support')), protectedPerson);
    assert.deepEqual(await ask(policy, person('support'), person('owner')), protectedPerson);
  });

  for (const role of [' owner', 'Owner', 'member,owner', 'member, owner', 'owner member', 'member;OWNER']) {
    it(`takes ${JSON.stringify(role)} for an owner`, async () => {
      assert.deepEqual(await ask(policy, person('support'), person(role)), protectedPerson);
    });
  }

  it('protects a role that it cannot rank, and permits it nothing', async () => {
    assert.deepEqual(await ask(policy, person('owner'), person('auditor')), protectedPerson);
    assert.deepEqual(await ask(policy, person('owner'), person('member auditor')), protectedPerson);
    assert.deepEqual(await ask(policy, person('auditor'), person('member')), { refuse: 'not_permitted' });
  });

  it('permits nothing to the lowest, nor to somebody without a role', async () => {
    assert.deepEqual(await ask(policy, person('member'), person(null)), { refuse: 'not_permitted' });
    assert.deepEqual(await ask(policy, person(null), person(null)), { refuse: 'not_permitted' });
  });

  for (const roles of [[], ['member'], ['member', 'Member'], ['', 'owner']]) {
    it(`cannot be made of ${JSON.stringify(roles)}`, () => {
      assert.throws(() => strictlyBelow(roles), TypeError);
    });
  }
});

describe('sameOrganization', () => {
  it('keeps an admin to their own organization', async () => {
    assert.equal(await ask(sameOrganization, person('admin', 'Acme'), person('member', 'Acme')), true);
    assert.equal(await ask(sameOrganization, person('admin', 'Acme'), person('member', 'Northwind')), false);
  });

  it('does not take two people without one for colleagues', async () => {
    assert.equal(await ask(sameOrganization, person('admin'), person('member')), false);
    assert.equal(await ask(sameOrganization, person('admin', ''), person('member', '')), false);
  });
});

describe('allOf', () => {
  const generous: Policy = () => ({
    modes: ['read-only', 'full'],
    durations: [900, 1800],
    caseNumber: 'off',
    extension: { max: 5, seconds: 600 },
  });
  const careful: Policy = () => ({
    modes: ['read-only'],
    durations: [1800, 300],
    caseNumber: 'required',
    extension: { max: 1, seconds: 900 },
    signInMaxAgeSeconds: 120,
  });

  it('permits what all of them do, and no more, in whichever order they stand', async () => {
    const both = {
      modes: ['read-only'],
      durations: [1800],
      caseNumber: 'required',
      extension: { max: 1, seconds: 600 },
      signInMaxAgeSeconds: 120,
    };

    assert.deepEqual(await ask(allOf(generous, careful), person('a'), person('b')), both);
    assert.deepEqual(await ask(allOf(careful, generous), person('a'), person('b')), both);
  });

  it('answers with the first refusal, and asks nobody after it', async () => {
    let asked = 0;
    const counting: Policy = () => ++asked > 0;
    const policy = allOf(strictlyBelow(['member', 'owner']), counting);

    assert.deepEqual(await ask(policy, person('owner'), person('owner')), { refuse: 'subject_protected' });
    assert.deepEqual(await ask(allOf(counting, nobody), person('a'), person('b')), {
      refuse: 'not_permitted',
    });
    assert.equal(asked, 1);
  });

  it('refuses when they have nothing in common', async () => {
    const quick: Policy = () => ({ durations: [60] });

    assert.equal(await ask(allOf(careful, quick), person('a'), person('b')), false);
  });

  it('does not hide that one of them makes no sense', async () => {
    const nonsense: Policy = () => ({ durations: [-1] });

    await assert.rejects(ask(allOf(generous, nonsense), person('a'), person('b')), TypeError);
  });

  it('is not to be had of nothing: no question is no consent', () => {
    assert.throws(() => allOf(), TypeError);
  });
});
