/**
 * The pages, built by Vite when the app starts and kept in memory, with the headers a strict app sends.
 *
 * @module
 */

import { fileURLToPath } from 'node:url';

import { Hono } from 'hono';
import { build, type Rolldown } from 'vite';

/** Nothing inline, nothing from elsewhere, and Trusted Types for Lit alone. */
const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types lit-html`,
].join('; ');

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Where each page is, and the file it is written in. */
const addresses: Record<string, string> = {
  '/': 'index.html',
  '/settings': 'settings.html',
  '/sign-in': 'sign-in.html',
  '/admin': 'admin.html',
  '/admin/audit': 'audit.html',
};

export async function createPages(): Promise<Hono> {
  const files = await buildFiles();
  const answer = (name: string, caching: string) => {
    const body = files.get(name);
    if (body === undefined) return undefined;
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return new Response(body as BodyInit, {
      headers: { ...securityHeaders, 'content-type': type, 'cache-control': caching },
    });
  };
  const app = new Hono();
  for (const [address, name] of Object.entries(addresses)) {
    app.get(address, () => answer(name, 'no-cache') ?? new Response(null, { status: 500 }));
  }
  // The names of these change with what is in them.
  app.get('/assets/:name', (c) => {
    const found = answer(`assets/${c.req.param('name')}`, 'public, max-age=31536000, immutable');
    return found ?? c.notFound();
  });
  return app;
}

async function buildFiles(): Promise<Map<string, string | Uint8Array>> {
  const built = (await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  return new Map(
    built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}
