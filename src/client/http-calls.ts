/**
 * Each call of the kit's own protocol: what it sends, and how its answer is judged. Loaded with what that takes by the
 * first call, or as soon as the page is up.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import {
  AccessPage,
  AccessRecord,
  Activity,
  EventPage,
  Grant,
  judge,
  SessionPage,
  SessionRecord,
  StartAnswer,
  UserDetail,
  UserPage,
} from '../core/protocol.js';
import { download } from './http-download.js';
import { createOpen, createSend, type Message, type Wire } from './http-send.js';
import { newIdempotencyKey } from './idempotency-key.js';
import type { ClientCalls } from './on-demand.js';

export function createHttpCalls(wire: Wire): ClientCalls {
  const [send, open] = [createSend(wire), createOpen(wire)];
  const get = (path: string, query: object = {}): Message => ({ method: 'GET', path, query, by: 'admin' });
  const post = (path: string, body: object): Message => ({ method: 'POST', path, body, by: 'admin' });
  const asTab = (token: string | null, path: string, body = {}): Message => ({
    ...post(path, body),
    by: { token },
  });

  return {
    searchUsers: async (query, call) => judge(UserPage, await send(get('/users', query), call), 'bad_answer'),
    getUser: async (id, call) =>
      judge(UserDetail, await send(get(`/users/${segment(id)}`), call), 'bad_answer'),
    start: async (request, call) => {
      // With a key in any case: a browser may send a request again by itself when a connection breaks.
      const idempotencyKey = call?.idempotencyKey ?? newIdempotencyKey();
      const message = { ...post('/impersonations', request), idempotencyKey };
      const answer = judge(StartAnswer, await send(message, call), 'bad_answer');
      // The page is about to open it, so `javascript:` and the like are no addresses here.
      if (!/^https?:/i.test(answer.url)) throw new ImpersonationError('bad_answer', { field: 'url' });
      return answer;
    },
    list: async (query, call) =>
      judge(SessionPage, await send(get('/impersonations', query), call), 'bad_answer'),
    get: async (id, call) =>
      judge(SessionRecord, await send(get(`/impersonations/${segment(id)}`), call), 'bad_answer'),
    events: async (id, query, call) =>
      judge(EventPage, await send(get(`/impersonations/${segment(id)}/events`, query), call), 'bad_answer'),
    activity: async (query, call) =>
      judge(Activity, await send(get('/impersonations/activity', query), call), 'bad_answer'),
    export: (query, call) =>
      download(
        (signal) => open(get('/impersonations/export', query), signal),
        query.format,
        wire.timeout,
        call,
      ),
    revoke: async (id, request, call) =>
      judge(
        SessionRecord,
        await send(post(`/impersonations/${segment(id)}/revoke`, request), call),
        'bad_answer',
      ),

    listAccess: async (query, call) =>
      judge(AccessPage, await send(get('/me/access', query), call), 'bad_answer'),
    endAccess: async (id, call) =>
      judge(AccessRecord, await send(post(`/me/access/${segment(id)}/end`, {}), call), 'bad_answer'),

    redeem: async (ticket, call) =>
      judge(Grant, await send(asTab(null, '/redeem', { ticket }), call), 'bad_answer'),
    renew: async (token, call) => judge(Grant, await send(asTab(token, '/token'), call), 'bad_answer'),
    current: async (token, call) =>
      judge(
        SessionRecord,
        await send({ method: 'GET', path: '/current', by: { token } }, call),
        'bad_answer',
      ),
    extend: async (token, request, call) =>
      judge(Grant, await send(asTab(token, '/current/extend', request), call), 'bad_answer'),
    setMode: async (token, request, call) =>
      judge(Grant, await send(asTab(token, '/current/mode', request), call), 'bad_answer'),
    end: async (token, call) =>
      judge(SessionRecord, await send(asTab(token, '/current/end'), call), 'bad_answer'),
  };
}

/** One segment of a path, whatever the id holds. Dots would climb out of it, however they are written. */
function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new ImpersonationError('not_found');
  return encodeURIComponent(id);
}
