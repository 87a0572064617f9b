import { expect } from 'chai';
import * as v from 'valibot';

import { sampleSession } from '../../src/client/memory-seed.js';
import { readKept } from '../../src/client/tab-storage.js';
import { endCauses, Grant, SessionRecord } from '../../src/core/protocol.js';
import { PretendStorage } from '../support/pretend-page.js';

describe('what a tab kept over a reload', () => {
  const session = sampleSession();
  const grant = { token: 'a.b.c', session, renewAt: 1_800_000_000_000 };
  const end = { ended: 'revoked', session: { ...session, endedBy: session.actor } };
  const schema = v.union([
    v.object({ ...Grant.entries, renewAt: v.number() }),
    v.object({ ended: v.picklist(endCauses), session: v.nullable(SessionRecord) }),
  ]);

  const read = (kept: unknown) => {
    const storage = new PretendStorage();
    storage.setItem('impersonation-kit', JSON.stringify(kept));
    return readKept(storage);
  };

  for (const kept of [grant, end, { ...end, session: null }]) {
    it(`is read as it is: ${Object.keys(kept).join(', ')}`, () => {
      expect(read(kept)).to.deep.equal(kept);
    });
  }

  it('is judged as strictly as an answer of the backend, member by member', () => {
    const others = [
      undefined,
      null,
      true,
      0,
      'x',
      '',
      '2026-02-31T24:00:00Z',
      '2026-02-01T00:00:00.5+01:00',
      [],
      ['x'],
      {},
    ];
    let judged = 0;
    for (const kept of [grant, end]) {
      for (const path of pathsOf(kept)) {
        for (const other of others) {
          const changed = replaced(kept, path, other);
          const verdict = v.safeParse(schema, JSON.parse(JSON.stringify(changed))).success;

          expect(read(changed) !== 'unreadable', `${path.join('.')} as ${JSON.stringify(other)}`).to.equal(
            verdict,
          );
          judged++;
        }
      }
    }
    expect(judged).to.be.above(500);
  });

  it('is unreadable when it is no object at all', () => {
    for (const kept of [1, 'x', [], null, {}]) expect(read(kept)).to.equal('unreadable');
  });
});

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name])),
  ].filter(({ length }) => length);
}

function replaced(value: object, [name = '', ...rest]: readonly string[], other: unknown): object {
  const member = (value as Record<string, unknown>)[name];
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  return Object.assign(copy, { [name]: rest.length ? replaced(member as object, rest, other) : other });
}
