/**
 * An admin who signed in long ago, at the demo: its real sign-in, the real backend, a real browser.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';

import { getRequestListener } from '@hono/node-server';

import { password } from '../../demo/seed/names.js';
import { createFieldnotes, type Fieldnotes } from '../../demo/server/app.js';
import type { Database } from '../../src/server/index.js';
import { openEmbedded } from '../support/server/embedded.js';
import { newTab, openBrowser, press, sees, write, type Browser, type Page } from './support/person.js';

const reason = 'Cannot find the label incident note';

describe('An admin who signed in long ago', () => {
  let database: Database;
  let demo: Fieldnotes;
  let server: Server;
  let origin: string;
  let browser: Browser;
  let complaints: string[];
  let admin: Page;
  let dana: Page;
  /** Somebody else whom support may act as. */
  let other: string;

  before(async () => {
    database = await openEmbedded();
    server = createServer(getRequestListener((request) => demo.fetch(request)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    demo = await createFieldnotes({ database, origin });
    const [person] = await database.query(
      `select name from demo."user" where role = 'member' and id <> 'usr_dana' order by name limit 1`,
    );
    other = String(person?.['name']);
    ({ browser, complaints } = await openBrowser());
    admin = await browser.newPage();
    await admin.goto(`${origin}/sign-in`);
    await write(admin, 'E-mail', 'sam@fieldnotes.example');
    await write(admin, 'Password', password);
    await press(admin, 'button', 'Sign in');
    await sees(admin, /1–20 of 1,204/);
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await demo.close();
  });

  it('starts at once while the sign-in is fresh', async () => {
    await find('dana', 'Dana Fox');
    dana = await newTab(browser, () => press(admin, 'button', 'Start read-only session'));
    await sees(dana, /Acting as Dana Fox/);
  });

  it('is asked for the password later, and nothing starts without it', async () => {
    await growOld();
    await find(other, other);
    await press(admin, 'button', 'Start read-only session');
    await sees(admin, 'Confirm that it is you, to continue');

    await write(admin, 'Password', 'not this one');
    await press(admin, 'button', 'Confirm');
    await sees(admin, 'That e-mail and password do not match.');
    await press(admin, 'button', 'Cancel');

    await sees(admin, /It was not confirmed, so nothing was started/);
    await sees(admin, reason);
    assert.deepEqual(await started(), ['Dana Fox']);
  });

  it('gives it, and the same start goes out again', async () => {
    await press(admin, 'button', 'Try again');
    await write(admin, 'Password', password);
    const second = await newTab(browser, () => press(admin, 'button', 'Confirm'));
    await sees(second, `Acting as ${other}`);
    assert.deepEqual(await started(), ['Dana Fox', other]);
  });

  it('goes on in the tab that was open before', async () => {
    await dana.reload();
    await sees(dana, /Acting as Dana Fox/);
    await sees(dana, 'Incident: labels printed twice');
  });

  it('ends both by signing out, though one began before the password was given again', async () => {
    await admin.goto(`${origin}/admin`);
    await press(admin, 'button', 'Sign out');
    await sees(admin, 'Sign in to Fieldnotes');

    await dana.reload();
    await sees(dana, /You are no longer acting as Dana Fox/);
  });

  it('does so without a word of complaint from the browser', () => {
    assert.deepEqual(complaints, []);
  });

  async function find(query: string, name: string): Promise<void> {
    await admin.goto(`${origin}/admin?query=${encodeURIComponent(query)}`);
    await press(admin, 'button', `Impersonate ${name}`);
    await write(admin, 'Reason', reason);
  }

  /** As if every sign-in there is had happened ten minutes ago. */
  const growOld = () =>
    database.query(`update demo.session set "createdAt" = "createdAt" - interval '10 minutes'`);

  /** Whom anybody has begun to act as. */
  async function started(): Promise<unknown[]> {
    const rows = await database.query(
      'select subject_name from impersonation_kit.impersonations order by created_at',
    );
    return rows.map((row) => row['subject_name']);
  }
});
