/**
 * Page markers: opaque to the caller, and good only for the list they came from.
 *
 * @module
 */

import { base64url } from 'jose';

import { ImpersonationError } from '../../core/errors.js';

/** Where a page ends: the last row's sort key, and its id to tell equals apart. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

/** @param list names the list: its order and its filters. */
export async function writeCursor(list: string, { key, id }: Position): Promise<string> {
  return base64url.encode(JSON.stringify([await fingerprint(list), key, id]));
}

/** @throws {ImpersonationError} `invalid_cursor` when it was tampered with, or belongs to another list. */
export async function readCursor(list: string, cursor: string): Promise<Position> {
  const parsed = parse(cursor);
  if (!Array.isArray(parsed) || parsed.length !== 3) throw new ImpersonationError('invalid_cursor');
  const [print, key, id] = parsed as unknown[];
  if (print !== (await fingerprint(list)) || !isKey(key) || !isKey(id))
    throw new ImpersonationError('invalid_cursor');
  return { key, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(cursor)));
  } catch (cause) {
    throw new ImpersonationError('invalid_cursor', { cause });
  }
}

/** No database takes NUL or half a surrogate pair in a text. */
const isKey = (value: unknown): value is string => typeof value === 'string' && !/[\p{Cs}\0]/u.test(value);

/** Against mistakes, not against malice: a cursor only says where to go on in what its bearer may read anyway. */
async function fingerprint(list: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(list));
  return base64url.encode(new Uint8Array(digest, 0, 9));
}
