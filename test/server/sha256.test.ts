import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { sha256, sha256OfTheWeb } from '../../src/server/sha256.js';

describe('the digest of a text', () => {
  test('is that of FIPS 180-4, by Node and by the web alike', async () => {
    const known = {
      '': '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
      abc: 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0',
    };
    for (const [text, digest] of Object.entries(known)) {
      assert.equal(await sha256(text), digest);
      assert.equal(await sha256OfTheWeb(text), digest);
    }
  });

  test('is of its UTF-8 bytes', async () => {
    assert.equal(await sha256('é€😀'), await sha256OfTheWeb('é€😀'));
  });
});
