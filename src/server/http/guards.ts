/**
 * Refuses what no page of the host's would send.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import { inTime } from '../in-time.js';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const largestBody = 64 * 1024;
/** However slowly it comes: who trickles must not hold a request open. */
const bodySeconds = 10;

/** Origins whose pages may send what changes something. */
export interface Pages {
  /** From where the backend itself is served. A request that a browser calls cross-site is not from there. */
  readonly own: ReadonlySet<string>;
  /** From elsewhere, by CORS: for calls that no cookie speaks for. */
  readonly elsewhere?: ReadonlySet<string>;
}

/**
 * A changing request must come from a page of an allowed origin and say that it brings JSON, whatever its body: a form
 * on another site can do neither.
 *
 * @throws {ImpersonationError} `cross_site_request`, `unsupported_media_type`.
 */
export function assertOwnPage({ method, headers }: Request, { own, elsewhere }: Pages): void {
  if (safeMethods.includes(method)) return;
  const origin = headers.get('origin') ?? '';
  const isOwn = own.has(origin) && headers.get('sec-fetch-site') !== 'cross-site';
  if (!isOwn && !elsewhere?.has(origin)) throw new ImpersonationError('cross_site_request');
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json')
    throw new ImpersonationError('unsupported_media_type');
}

/**
 * The body as JSON; `{}` when it is empty.
 *
 * @param seconds how long it may take to arrive.
 * @throws {ImpersonationError} `payload_too_large`, `invalid_request`.
 */
export async function readJson(request: Request, seconds = bodySeconds): Promise<unknown> {
  const text = await readText(request, seconds);
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ImpersonationError('invalid_request'); // what the parser says quotes the body
  }
}

async function readText(request: Request, seconds: number): Promise<string> {
  if (Number(request.headers.get('content-length')) > largestBody)
    throw new ImpersonationError('payload_too_large');
  if (!request.body) return '';
  const reader = request.body.getReader();
  try {
    return await inTime(seconds, () => decode(reader), tooSlow);
  } catch (cause) {
    void reader.cancel().catch(() => undefined); // nobody reads the rest
    throw ImpersonationError.from(cause, 'invalid_request'); // not UTF-8, or cut off
  }
}

async function decode(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > largestBody) throw new ImpersonationError('payload_too_large'); // also where the length is not said
    text += decoder.decode(value, { stream: true });
  }
}

const tooSlow = () =>
  new ImpersonationError('invalid_request', { message: 'The body did not arrive in time.' });
