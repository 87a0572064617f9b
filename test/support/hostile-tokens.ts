/**
 * Tokens that somebody hostile might send, each with what it must come to. What was signed is known here, so the answer
 * is never asked of the code under test.
 *
 * @module
 */

import type { Issuer } from './issuer.js';
import { impersonated, instant, issuer, ordinary } from './issuer.js';

/** Who a token must be taken for; `null`: for nobody. */
export type Verdict = { readonly userId: string; readonly actor: string | null } | null;

export interface HostileToken {
  /** What was done to it, for the report. */
  readonly kind: string;
  readonly token: string;
  readonly verdict: Verdict;
}

/** A seeded generator (mulberry32), so that a find can be found again. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const strange = ['=', '+', '/', ' ', '.', '\n', '\0', '%', '"', '\u00e9', '\u2028', '\ud800', '\uff0e'];

/** Changes to the text of a token that was signed. Whatever is not the very text again is nobody's. */
const changes: Record<string, (token: string, other: string, dice: Dice) => string> = {
  'a character replaced': (token, _, dice) => splice(token, dice.below(token.length), 1, alphabet.charAt(dice.below(64))),
  'a bit flipped': (token, _, dice) => {
    const at = dice.below(token.length);
    return splice(token, at, 1, String.fromCharCode(token.charCodeAt(at) ^ (1 << dice.below(8))));
  },
  'a strange character': (token, _, dice) => splice(token, dice.below(token.length + 1), dice.below(2), dice.pick(strange)),
  'a piece cut out': (token, _, dice) => splice(token, dice.below(token.length), 1 + dice.below(40), ''),
  'a piece twice': (token, _, dice) => {
    const at = dice.below(token.length);
    return splice(token, at, 0, token.slice(at, at + 1 + dice.below(40)));
  },
  'cut off': (token, _, dice) => token.slice(0, dice.below(token.length)),
  'parts of two': (token, other, dice) => {
    const [mine, theirs] = [token.split('.'), other.split('.')];
    return mine.map((part, index) => (dice.below(2) ? part : (theirs[index] ?? ''))).join('.');
  },
  'parts in another order': (token, _, dice) => {
    const parts = token.split('.');
    return [dice.pick(parts), dice.pick(parts), dice.pick(parts)].join('.');
  },
  'more or fewer parts': (token, _, dice) =>
    dice.pick([`${token}.`, `.${token}`, `${token}.${token}`, token.split('.').slice(1).join('.'), token.replace('.', '')]),
  'spelt in another way': (token, _, dice) =>
    dice.pick([`${token}=`, `${token}==`, token.toLowerCase(), token.toUpperCase(), ` ${token}`, `${token}\t`, encodeURIComponent(token) + '%3D', token.replaceAll('.', '%2E')]),
  'without a signature': (token, _, dice) => {
    const [, payload = ''] = token.split('.');
    const alg = dice.pick(['none', 'None', 'NONE', 'HS256', 'ES256', '', null]);
    return `${part({ alg, typ: 'at+jwt', kid: 'key_1' })}.${payload}.${dice.pick(['', 'AA', part({})])}`;
  },
  'other claims under the signature': (token, _, dice) => {
    const [header = '', , signature = ''] = token.split('.');
    const claims: object = { ...dice.pick([ordinary, impersonated]), sub: dice.pick(['eve', 'ada', 'root']), jti: dice.below(9) };
    return `${header}.${part(claims)}.${signature}`;
  },
}; // prettier-ignore

const splice = (text: string, at: number, cut: number, put: string) =>
  text.slice(0, at) + put + text.slice(at + cut);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** No token at all. */
const rubbish: Record<string, (dice: Dice) => string> = {
  'random characters': (dice) => Array.from({ length: dice.below(300) }, () => `${alphabet}...`.charAt(dice.below(67))).join(''),
  'strange characters': (dice) => Array.from({ length: dice.below(60) }, () => dice.pick([...strange, 'a', '.'])).join(''),
  'three parts of JSON': (dice) => [0, 1, 2].map(() => part(anything(dice, 0))).join('.'),
  'huge': (dice) => `${'x'.repeat(dice.below(40_000))}.${'y'.repeat(dice.below(9000))}.z`,
  'dots': (dice) => '.'.repeat(dice.below(9000)),
}; // prettier-ignore

/** Any JSON value, some of them nearly an actor. */
function anything(dice: Dice, depth: number): unknown {
  const simple = [null, true, false, 0, -1, 1e300, '', 'root', 'x\0', '\ud800', 'a\nb', 'x'.repeat(256), 7];
  const kind = depth > 4 ? 0 : dice.below(6);
  if (kind < 2) return dice.pick(simple);
  if (kind === 2) return Array.from({ length: dice.below(3) }, () => anything(dice, depth + 1));
  const names = ['sub', 'iss', 'sid', 'act', 'name', 'toString', 'constructor'];
  return Object.fromEntries(
    Array.from({ length: dice.below(4) }, () => [dice.pick(names), anything(dice, depth + 1)]),
  );
}

/** A payload as text, and who it says is there, by the profile and not by the code. */
interface Said {
  readonly text: string;
  readonly verdict: Verdict;
  readonly header?: object;
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  [...value].length <= 255 &&
  !/\p{Cs}/u.test(value) &&
  [...value].every((one) => {
    const code = one.codePointAt(0)!;
    return code >= 0x20 && !(code >= 0x7f && code <= 0x9f) && code !== 0x2028 && code !== 0x2029;
  });

/** An actor by RFC 8693 and the profile of eight: at every level an object with a good `sub`. */
function isActor(act: unknown, depth = 1): act is { sub: string } {
  if (typeof act !== 'object' || act === null || Array.isArray(act) || depth > 8) return false;
  const has = (name: string) => Object.hasOwn(act, name);
  const { sub, iss, sid, act: prior } = act as Record<string, unknown>;
  return (
    has('sub') &&
    isName(sub) &&
    (!has('iss') || isName(iss)) &&
    (!has('sid') || isName(sid)) &&
    (!has('act') || isActor(prior, depth + 1))
  );
}

const ada: Verdict = { userId: 'ada', actor: 'root' };
const json = JSON.stringify(impersonated);
const say = (verdict: Verdict, text: string, header?: object): Said => ({
  verdict,
  text,
  ...(header && { header }),
});
const withClaim = (verdict: Verdict, more: object) =>
  say(verdict, JSON.stringify({ ...impersonated, ...more }));
/** Members put in as text: what `JSON.stringify` would not write. */
const withText = (verdict: Verdict, members: string) => say(verdict, json.replace('{', `{${members},`));

/** Payloads that get past the signature, since they are signed with the right key. */
const spoken: Record<string, (dice: Dice) => Said> = {
  'as it should be': (dice) => dice.pick([say(ada, json), say({ userId: 'ada', actor: null }, JSON.stringify(ordinary))]),
  'any act': (dice) => {
    const act = anything(dice, 0);
    return withClaim(isActor(act) ? { userId: 'ada', actor: act.sub } : null, { act });
  },
  'nested actors': (dice) => {
    const depth = 1 + dice.below(12);
    let act: object = { sub: 'first' };
    for (let level = 1; level < depth; level++) act = { sub: `a${level}`, act };
    return withClaim(depth <= 8 ? { userId: 'ada', actor: (act as { sub: string }).sub } : null, { act });
  },
  'a claim twice': (dice) => withText(null, dice.pick(['"sub":"eve"', '"act":null', '"act":{"sub":"eve"}', String.raw`"\u0061ct":{"sub":"eve"}`, '"exp":9999999999', '"jti":"a"', String.raw`"s\u0075b":"eve"`, '"x":{"a":1,"a":2}', '"x":[[{"sub":1,"sub":1}]]'])),
  'names that are none': (dice) => withText(ada, dice.pick(['"__proto__":{"act":null,"sub":"eve"}', '"constructor":{"prototype":{"sub":"eve"}}', '"Act":null', '"act ":null', String.raw`"act\u0000":null`, '"hasOwnProperty":1', '"toString":null', '"x":"\\"act\\":null"'])),
  'a claim left out': (dice) => withClaim(null, { [dice.pick(['iss', 'aud', 'sub', 'sid', 'exp', 'iat', 'jti'])]: undefined }),
  'a claim of another kind': (dice) => withClaim(null, { [dice.pick(['iss', 'sub', 'exp', 'iat', 'jti', 'sid', 'nbf', 'cnf'])]: dice.pick<unknown>([null, true, [], {}, [issuer], '', { toString: 1 }]) }),
  'an audience': (dice) => {
    const aud = dice.pick<unknown>([ordinary.aud, [ordinary.aud], [ordinary.aud, 'x'], `${ordinary.aud}/`, [], [ordinary.aud, 7], [[ordinary.aud]], null, '', { 0: ordinary.aud }]);
    const good = aud === ordinary.aud || (Array.isArray(aud) && aud.includes(ordinary.aud) && aud.every((one) => typeof one === 'string'));
    return withClaim(good ? ada : null, { aud });
  },
  'the clock': (dice) => {
    const [iat, exp] = [instant - 400 + dice.below(420), instant - 20 + dice.below(1000)];
    const nbf = instant - 20 + dice.below(40);
    const good = instant < exp + 5 && iat <= instant + 5 && nbf <= instant + 5 && exp - iat <= 900;
    return withClaim(good ? ada : null, { iat, exp, nbf });
  },
  'a number that is none': (dice) => say(null, json.replace(dice.pick([/"exp":\d+/, /"iat":\d+/]), (found) => found.replace(/\d+/, dice.pick(['1e999', '-1e999', '"1800000290"', '[1800000290]', '0x6b49d200', '01800000290', 'NaN', 'null', '1800000290n'])))),
  'a number in another form': (dice) => say(ada, json.replace(/"exp":\d+/, `"exp":${dice.pick(['1800000290.0', '18000002.9e2', '1800000290.5', '1.80000029E+9'])}`)),
  'spaces': (dice) => say(ada, json.replaceAll(',"', `${dice.pick([' ', '\n', '\t', '\r\n'])},${dice.pick([' ', '\n\n', '\t'])}"`)),
  'not quite JSON': (dice) => say(null, dice.pick([`\ufeff${json}`, `${json}x`, `${json}${json}`, `[${json}]`, json.slice(0, -1), `${json}\0`, json.replaceAll('"', "'"), json.replace('{', '{,'), json.replace(/}$/, ',}'), `/**/${json}`, 'null', '0', '""', '[]', json.replace('"ada"', '"a\nda"'), json.replace('{', '\u00a0{')])),
  'deep': (dice) => {
    const depth = 1 + dice.below(60);
    const [open, close] = dice.pick([['[', ']'], ['{"x":', '}']] as const);
    return withText(depth <= 31 ? ada : null, `"x":${open.repeat(depth)}${open === '[' ? '' : '1'}${close.repeat(depth)}`);
  },
  'a user': (dice) => {
    const sub = dice.pick(['eve', 'x'.repeat(255), 'x'.repeat(256), '\ud83d\ude00'.repeat(255), '\ud83d', '\udc00\ud800', 'a\0', 'a\u2028', 'a\u0085', '\u202eeve', ' ', '\u00e9']);
    return withClaim(isName(sub) ? { userId: sub, actor: 'root' } : null, { sub });
  },
  'terms': (dice) => {
    const impersonation: unknown = dice.pick<unknown>([{ mode: 'full' }, { mode: 'admin' }, { mode: ['full'] }, 'full', [], {}, null, { mode: 'full', exp: instant - 5 }, { mode: 'full', exp: instant + 5 }, { mode: 'full', exp: '1' }, { __proto__: { mode: 'full' } }]);
    const terms = impersonation as { mode?: unknown; exp?: unknown } | null;
    const own = terms !== null && typeof terms === 'object' && Object.hasOwn(terms, 'mode') ? terms.mode : undefined;
    const good = terms === null || (own === 'full' && (terms.exp === undefined || terms.exp === instant + 5));
    return withClaim(good ? ada : null, { impersonation });
  },
  'another header': (dice) => say(null, json, dice.pick<object>([{ typ: 'JWT' }, { typ: undefined }, { typ: ['at+jwt'] }, { typ: 'at+jwt ' }, { kid: undefined }, { kid: 'key_2' }, { kid: '__proto__' }, { kid: ['key_1'] }, { kid: 'key_1\0' }, { jwk: {} }, { jku: issuer }, { x5c: [] }, { x5u: issuer }, { b64: true }])),
  'a harmless header': (dice) => say(ada, json, dice.pick<object>([{ typ: 'AT+JWT' }, { typ: 'application/at+jwt' }, { cty: 'x' }, { act: null }])),
}; // prettier-ignore

/** Of the group in which P-256 counts. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Makes hostile tokens, for ever the same ones from the same seed. */
export class HostileTokens {
  readonly #keys: Issuer;
  readonly #dice: Dice;
  readonly #good: { token: string; verdict: Verdict }[] = [];

  private constructor(keys: Issuer, dice: Dice) {
    this.#keys = keys;
    this.#dice = dice;
  }

  static async from(keys: Issuer, seed: number): Promise<HostileTokens> {
    const tokens = new HostileTokens(keys, new Dice(seed));
    for (let number = 0; number < 50; number++) {
      const userId = `user_${number}`;
      const acts = number % 2 === 0;
      const claims = { ...(acts ? impersonated : ordinary), sub: userId, jti: `token_${number}` };
      const token = await keys.mint(claims);
      tokens.#good.push({ token, verdict: { userId, actor: acts ? 'root' : null } });
    }
    return tokens;
  }

  /** One in five gets past the signature; the others are changed after it, or were never signed. */
  async next(): Promise<HostileToken> {
    const dice = this.#dice;
    const way = dice.below(10);
    if (way < 2) return this.#speak();
    if (way === 2) {
      const kind = dice.pick(Object.keys(rubbish));
      return { kind, token: rubbish[kind]!(dice), verdict: null };
    }
    if (way === 3 && dice.below(20) === 0) return this.#mirror();
    const kind = dice.pick(Object.keys(changes));
    const { token } = dice.pick(this.#good);
    const changed = changes[kind]!(token, dice.pick(this.#good).token, dice);
    return {
      kind,
      token: changed,
      verdict: this.#good.find((good) => good.token === changed)?.verdict ?? null,
    };
  }

  /** ECDSA has a second signature for whatever was signed, which anybody can work out. It says nothing new. */
  #mirror(): HostileToken {
    const { token, verdict } = this.#dice.pick(this.#good);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    const s = BigInt(`0x${bytes.subarray(32).toString('hex')}`);
    const mirrored = Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex');
    const other = Buffer.concat([bytes.subarray(0, 32), mirrored]).toString('base64url');
    return { kind: 'the other signature', token: `${header}.${payload}.${other}`, verdict };
  }

  async #speak(): Promise<HostileToken> {
    const kind = this.#dice.pick(Object.keys(spoken));
    const { text, verdict, header } = spoken[kind]!(this.#dice);
    return { kind, token: await this.#keys.mintText(text, header), verdict };
  }
}
