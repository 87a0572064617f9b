/**
 * What every answer says to browsers, be it a refusal: this is data for one page, and never a page itself.
 *
 * @module
 */

import type { MiddlewareHandler } from 'hono';

const fields = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin', // CORS is asked before this, and decides alone where it is used
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export const sayToBrowsers: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of Object.entries(fields)) headers.set(name, value);
  headers.append('Vary', 'Origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};
