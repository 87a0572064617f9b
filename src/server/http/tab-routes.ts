/**
 * What an impersonation's own tab asks: by its ticket once, by its token after that.
 *
 * @module
 */

import { ImpersonationError } from '../../core/errors.js';
import { ExtendRequest, judge, ModeRequest, RedeemRequest } from '../../core/protocol.js';
import type { Context } from '../lifecycle/context.js';
import { extend, renew, setMode } from '../lifecycle/during.js';
import { endByActor } from '../lifecycle/ending.js';
import { redeem } from '../lifecycle/hand-over.js';
import { findLive } from '../lifecycle/standing.js';
import type { Callers } from './callers.js';
import { readJson } from './guards.js';
import { createRateLimit } from './rate-limit.js';
import type { AddRoute } from './routes.js';

/** @param findKey the key that a page proves to hold when it redeems. */
export function addTabRoutes(
  add: AddRoute,
  context: Context,
  callers: Callers,
  findKey: (request: Request) => Promise<string | null>,
): void {
  const countWrongTicket = createRateLimit(context.limits.wrongTicketsPerMinute, context.now);

  add('/redeem', {
    post: async (c) => {
      const request = c.req.raw;
      try {
        const { ticket } = judge(RedeemRequest, await readJson(request), 'ticket_invalid');
        const origin = request.headers.get('origin') ?? '';
        return Response.json(await redeem(context, ticket, origin, () => findKey(request)));
      } catch (error) {
        // Only those are counted: somebody who guesses must not keep a good ticket out.
        if (error instanceof ImpersonationError && error.code === 'ticket_invalid')
          countWrongTicket(context.addressOf(request));
        throw error;
      }
    },
  });

  add('/token', {
    post: async (c) => Response.json(await renew(context, await callers.tab(c.req.raw))),
  });

  add('/current', {
    get: async (c) => Response.json((await findLive(context, await callers.tab(c.req.raw))).record),
  });

  add('/current/end', {
    post: async (c) => {
      const { sessionId } = await callers.tab(c.req.raw);
      return Response.json(await endByActor(context, sessionId ?? ''));
    },
  });

  add('/current/extend', {
    post: async (c) => {
      const token = await callers.tab(c.req.raw);
      const { reason = null } = judge(ExtendRequest, await readJson(c.req.raw), 'invalid_request');
      return Response.json(await extend(context, token, reason));
    },
  });

  add('/current/mode', {
    post: async (c) => {
      const token = await callers.tab(c.req.raw);
      const { mode, reason = null } = judge(ModeRequest, await readJson(c.req.raw), 'invalid_request');
      return Response.json(await setMode(context, token, { mode, reason }));
    },
  });
}
