// `withAuth` as a route handler of the real Next: installs the app in test/next elsewhere, builds it, starts it on this
// machine only, and asks it as a user and as somebody who impersonates. Needs the registry, so it is no part of `npm test`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

import { bin, root, runNode } from './run.mjs';

const claims = { iss: 'https://issuer.test', aud: 'https://api.test', sub: 'ada', sid: 'session_1' };
const act = { iss: 'https://issuer.test', sub: 'root', sid: 'root_1' };
const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key_1', alg: 'ES256', use: 'sig' }] };
const more = { user: {}, actor: { act, impersonation: { mode: 'full' } } };
/** Made when it is needed: an installation may take longer than a token lives. */
const mint = (who) =>
  new SignJWT({ ...claims, client_id: 'app', ...more[who] })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'key_1' })
    .setIssuedAt()
    .setExpirationTime('4 minutes')
    .setJti(crypto.randomUUID())
    .sign(privateKey);

const checks = {
  'a user reads, with the parameters of the route and Next’s own view of the request': async (ask) => {
    const { status, body, headers } = await ask('GET', '/notes/7?q=x', 'user');

    assert.equal(status, 200);
    assert.deepEqual(body, { id: '7', userId: 'ada', actor: null, query: 'x' });
    assert.equal(headers.get('impersonated-by'), null);
  },
  'a user writes': async (ask) => {
    const { status, body } = await ask('POST', '/notes/7', 'user');

    assert.deepEqual([status, body], [200, { text: 'hello' }]);
  },
  'nobody gets in without a token': async (ask) => {
    assert.equal((await ask('GET', '/notes/7', null)).status, 401);
  },
  'none of this is in the record': async (ask) => {
    assert.deepEqual((await ask('GET', '/record', null)).body, []);
  },
  'an actor reads, marked and in the record': async (ask) => {
    const { status, body, headers } = await ask('GET', '/notes/7', 'actor');

    assert.equal(status, 200);
    assert.deepEqual(body, { id: '7', userId: 'ada', actor: 'root', query: null });
    assert.equal(headers.get('impersonated-by'), 'root; sid=session_1');
    assert.deepEqual((await ask('GET', '/record', null)).body, ['root GET /notes/7 recorded 200']);
  },
  'an actor writes nothing by default': async (ask) => {
    const { status, body } = await ask('POST', '/notes/7', 'actor');

    assert.deepEqual([status, body.code], [403, 'impersonation_blocked']);
    assert.deepEqual((await ask('GET', '/record', null)).body, ['root POST /notes/7 recorded 403']);
  },
  'an actor writes what the handler allows, and it gets the body': async (ask) => {
    const { status, body } = await ask('PUT', '/notes/7', 'actor');

    assert.deepEqual([status, body], [200, { text: 'hello' }]);
    assert.deepEqual((await ask('GET', '/record', null)).body, [
      'root PUT /notes/7 intended',
      'root PUT /notes/7 recorded 200',
    ]);
  },
  'a handler that throws is a 500 that says nothing of why': async (ask) => {
    const { status, body } = await ask('DELETE', '/notes/7', 'actor');

    assert.deepEqual([status, body.code], [500, 'internal']);
    assert.doesNotMatch(JSON.stringify(body), /secret/);
  },
};

const started = performance.now();
const said = (what) => console.log(`${what} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
const folder = mkdtempSync(join(tmpdir(), 'impersonation-kit-next-'));
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
  TEST_JWKS: JSON.stringify(jwks),
};
let server;
let passed = 0;
let failed = 0;
try {
  await must(runNode([bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json']), 'tsc');
  cpSync(join(root, 'test/next'), folder, { recursive: true });
  const npm = process.env['npm_execpath'] ?? 'npm';
  const [command, ...args] = /\.[cm]?js$/.test(npm) ? [process.execPath, npm] : [npm];
  await must(run(command, [...args, 'ci', '--no-audit', '--no-fund', '--prefer-offline']), 'npm ci');
  putKitInto(join(folder, 'node_modules'));
  said('Installed');
  const next = join(folder, 'node_modules/next/dist/bin/next');
  await must(run(process.execPath, [next, 'build']), 'next build');
  said('Built');

  const port = await freePort();
  server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(server);
  said('Started');
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check((...asked) => ask(port, ...asked));
      passed += 1;
      console.log(`✔ ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`✖ ${name}\n${error.stack}`);
    }
  }
} catch (error) {
  failed += 1;
  console.error(error);
} finally {
  await end(server);
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** As an installed package lies there: what is published, and what it depends on. */
function putKitInto(modules) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies))
    cpSync(join(root, 'node_modules', name), join(modules, name), { recursive: true, dereference: true });
  for (const name of ['package.json', 'dist'])
    cpSync(join(root, name), join(modules, 'impersonation-kit', name), { recursive: true });
}

async function ask(port, method, path, who) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: who ? { authorization: `Bearer ${await mint(who)}` } : {},
    ...(method !== 'GET' && { body: JSON.stringify({ text: 'hello' }) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function run(command, args) {
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code }));
  });
}

async function must(running, what) {
  const { code } = await running;
  if (code) throw new Error(`${what} failed`);
}

function ready(child) {
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      if (/Ready/.test(chunk)) resolve();
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error('Next did not start')));
  });
}

function freePort() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function end(child) {
  if (!child || child.exitCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL'); // asked kindly, Next waits for connections that are kept alive
  await closed;
}
