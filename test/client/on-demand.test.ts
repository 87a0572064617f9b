import { expect } from 'chai';

import { clientOf, onDemand, type ClientCalls } from '../../src/client/on-demand.js';
import { createMemoryClient } from '../../src/client/memory.js';
import { ImpersonationError } from '../../src/core/errors.js';

describe('a client that is loaded by its first call', () => {
  const known = createMemoryClient();

  it('is loaded once, and answers as the loaded one does', async () => {
    let loads = 0;
    const client = clientOf(
      known,
      onDemand(() => {
        loads++;
        return Promise.resolve(known);
      }),
    );

    const [first, second] = await Promise.all([client.list({}), client.list({})]);

    expect(first).to.deep.equal(await known.list({}));
    expect(second).to.deep.equal(first);
    expect(loads).to.equal(1);
  });

  it('has every call that the loaded one has', () => {
    const calls = Object.keys(known).filter((name) => !['controls', 'dispose', 'subjects'].includes(name));

    expect(Object.keys(clientOf(known, () => Promise.resolve(known)))).to.include.members(calls);
  });

  it('rejects as it does when the backend cannot be reached, and is loaded anew for the next', async () => {
    let there = false;
    const client = clientOf(
      known,
      onDemand(() =>
        there ? Promise.resolve<ClientCalls>(known) : Promise.reject(new TypeError('Failed to fetch')),
      ),
    );

    const error: unknown = await client.list({}).catch((error: unknown) => error);
    expect(error).to.be.instanceOf(ImpersonationError).and.to.have.property('code', 'network');

    there = true;
    expect(await client.list({})).to.deep.equal(await known.list({}));
  });

  it('rejects with the reason of a signal, whatever else went wrong', async () => {
    const reason = new DOMException('Enough', 'AbortError');
    const client = clientOf(
      known,
      onDemand(() => Promise.reject(new TypeError('Failed to fetch'))),
    );

    const error: unknown = await client
      .list({}, { signal: AbortSignal.abort(reason) })
      .catch((error: unknown) => error);

    expect(error).to.equal(reason);
  });
});
