/**
 * Reads JSON the way a security decision needs it: one meaning, or none.
 *
 * `JSON.parse` takes the last of two members with one name where other readers take the first, so that one token can
 * say two things; and it reads whatever nesting a stranger sends.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';

/** More than any honest token needs: eight actors, and a few levels of the issuer's own claims. */
const maxDepth = 32;

// `ignoreBOM` keeps a byte order mark as a character, which JSON does not allow; without it, it would vanish unseen.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses the bytes of one JSON object.
 *
 * @throws {ImpersonationError} `claims_not_object`, `claims_too_deep` or `duplicate_claim`.
 */
export function parseObject(bytes: Uint8Array): Record<string, unknown> {
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ImpersonationError('claims_not_object');
  return value as Record<string, unknown>;
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = utf8.decode(bytes);
    refuseAmbiguity(text);
    return JSON.parse(text);
  } catch (cause) {
    throw ImpersonationError.from(cause, 'claims_not_object');
  }
}

/**
 * One pass over the text, without recursion: however deep or broken the text, it ends. It judges no grammar; what it
 * misreads in a text that is not JSON, `JSON.parse` refuses right after.
 */
function refuseAmbiguity(text: string): void {
  /** The names seen so far in each open object; `null` for a list. */
  const open: (Set<string> | null)[] = [];
  let nameNext = false;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case brace:
      case bracket:
        if (open.length === maxDepth) throw new ImpersonationError('claims_too_deep');
        nameNext = text.charCodeAt(at) === brace;
        open.push(nameNext ? new Set() : null);
        break;
      case closingBrace:
      case closingBracket:
        open.pop();
        nameNext = false;
        break;
      case comma:
        nameNext = open.at(-1) instanceof Set;
        break;
      case quote: {
        const end = endOfString(text, at);
        if (nameNext) addName(open.at(-1), text.slice(at, end + 1));
        nameNext = false;
        at = end;
      }
    }
  }
}

const [brace, closingBrace, bracket, closingBracket, comma, quote, backslash] = Array.from(
  '{}[],"\\',
  (character) => character.charCodeAt(0),
);

/** Names are compared as read, not as written: `\u0061ct` is `act`. */
function addName(names: Set<string> | null | undefined, quoted: string): void {
  const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (names?.has(name)) throw new ImpersonationError('duplicate_claim');
  names?.add(name);
}

/** Where the string that opens at `start` closes; the end of the text when it never does. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === backslash) before--;
    if ((at - before) % 2 === 1) return at; // an even number of backslashes escapes nothing but each other
  }
  return text.length;
}
