import { expect } from 'chai';
import { decodeJwt } from 'jose';

import { decodeSession, isBoundToken } from '../../src/core/decode.js';
import { ImpersonationError } from '../../src/core/errors.js';

describe('decoding a token for display', () => {
  const encode = (text: string) =>
    btoa(String.fromCharCode(...new TextEncoder().encode(text)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  const claims = { sub: 'zoë ☕', name: 'Zoë ☕?>~~~', act: { sub: 'sam' }, cnf: { jkt: 'x' } };
  const token = `${encode('{}')}.${encode(JSON.stringify(claims))}.c2ln`;

  it('reads what the library reads, in any script', () => {
    expect(decodeSession(token).name).to.equal(decodeJwt(token)['name']);
    expect(decodeSession(token)).to.include({ userId: 'zoë ☕', name: 'Zoë ☕?>~~~' });
    expect(isBoundToken(token)).to.equal(true);
  });

  it('reads one without a signature, since it trusts none', () => {
    expect(decodeSession(token.replace('c2ln', '')).userId).to.equal('zoë ☕');
  });

  const payload = token.split('.')[1] ?? '';
  for (const [what, damaged] of Object.entries({
    'no text': '',
    'two parts': `e30.${payload}`,
    'four parts': `${token}.x`,
    'five parts, which is an encrypted one': `${token}.x.y`,
    'nothing in the middle': 'e30..c2ln',
    'a padded part': token.replace(payload, `${payload}==`),
    'base64 of another alphabet': token.replace(payload, `${encode('{"sub":"a"}')}+/`),
    'white space': ` ${token}`,
    'no JSON': `e30.${encode('sub')}.c2ln`,
    'a list': `e30.${encode('[]')}.c2ln`,
    null: `e30.${encode('null')}.c2ln`,
    'bytes that are no UTF-8': `e30.${btoa('{"sub":"\xff"}').replaceAll('=', '')}.c2ln`,
  })) {
    it(`refuses ${what}`, () => {
      expect(() => decodeSession(damaged))
        .to.throw(ImpersonationError)
        .with.property('code', 'malformed_token');
    });
  }
});
