/**
 * A request of Node's as the web's own, without its body: what is judged is its method, its address and its headers.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';

/** What is read of a request. Node's own over HTTP/1.1 and HTTP/2, and any framework's that wraps it. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Names and values in turn, repeated fields apart: two `Authorization` fields must not look like one. */
  readonly rawHeaders: readonly string[];
  readonly socket: object;
}

/** What a framework knows better: behind a proxy that it trusts, or below a prefix that it took off. */
export interface Address {
  readonly protocol?: string | undefined;
  readonly host?: string | undefined;
  readonly target?: string | undefined;
}

const hostName = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** @throws {ImpersonationError} `invalid_request` when no request can be made of it. */
export function toRequest(incoming: NodeRequest, known: Address = {}): Request {
  try {
    const headers = headersOf(incoming);
    return new Request(addressOf(incoming, headers, known), { method: incoming.method ?? 'GET', headers });
  } catch (cause) {
    throw new ImpersonationError('invalid_request', { cause });
  }
}

function headersOf({ rawHeaders }: NodeRequest): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (name === ':authority') headers.set('host', value);
    else if (!name.startsWith(':')) headers.append(name, value); // the rest of HTTP/2's own are no fields
  }
  return headers;
}

function addressOf(incoming: NodeRequest, headers: Headers, known: Address): string {
  const { protocol = schemeOf(incoming), host = headers.get('host') ?? 'localhost' } = known;
  if (!hostName.test(host)) throw new TypeError('No such host'); // it must not reach into the path
  return `${protocol}://${host}${pathOf(known.target ?? incoming.url ?? '/')}`;
}

const schemeOf = ({ socket }: NodeRequest) =>
  'encrypted' in socket && socket.encrypted === true ? 'https' : 'http';

/** Put together as text, since `//elsewhere/path` is a path here and would be a host to `new URL`. */
function pathOf(target: string): string {
  if (target.startsWith('/')) return target;
  if (target === '*') return '/*'; // OPTIONS, about the server as a whole
  const { protocol, pathname, search } = new URL(target); // sent as if to a proxy
  if (!/^https?:$/.test(protocol)) throw new TypeError('No such address');
  return pathname + search;
}
