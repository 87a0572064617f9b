/**
 * The whole thing, as its people meet it: the demo as it is started, a real browser, an admin's tab and the tab of the
 * person they help.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startFieldnotes, type RunningFieldnotes } from './support/fieldnotes.js';
import {
  fullName,
  newTab,
  openBrowser,
  press,
  sees,
  write,
  type Browser,
  type Page,
} from './support/person.js';

const reason = 'Cannot find the label incident note';

// One story, told in order: each step begins where the one before it ended.
describe('An admin helps Dana in the demo', () => {
  let demo: RunningFieldnotes;
  let browser: Browser;
  let complaints: string[];
  let admin: Page;
  let dana: Page;
  let cookies: string;
  let stuck = false;

  before(async () => {
    demo = await startFieldnotes();
    ({ browser, complaints } = await openBrowser());
    admin = await browser.newPage();
  });
  after(async () => {
    await browser.close();
    await demo.stop();
  });

  step('tells where it is, and whom to sign in as', () => {
    assert.match(demo.printed, /sam@fieldnotes\.example/);
    assert.match(demo.printed, /dana@northwind\.example/);
    assert.match(demo.printed, /\(1,?\d{3} people/);
  });

  step('asks a stranger to sign in, and does not take a wrong password', async () => {
    await admin.goto(`${demo.origin}/admin`);
    await write(admin, 'E-mail', 'sam@fieldnotes.example');
    await write(admin, 'Password', 'not this one');
    await press(admin, 'button', 'Sign in');
    await sees(admin, 'That e-mail and password do not match.');
  });

  step('shows the admin area to Sam from Support', async () => {
    await write(admin, 'Password', 'fieldnotes-demo');
    await press(admin, 'button', 'Sign in');
    await sees(admin, /1–20 of 1,204/);
    cookies = await cookiesNow();
  });

  step('finds Dana by a part of her name', async () => {
    await write(admin, 'Search users', 'dana f', 'searchbox');
    await sees(admin, /1–1 of 1/);
    await press(admin, 'button', 'Impersonate Dana Fox');
    await sees(admin, 'dana@northwind.example');
  });

  step('asks for a reason before anything else', async () => {
    await write(admin, 'Reason', 'hm');
    await press(admin, 'button', 'Start read-only session');
    await sees(admin, 'Say why, in at least 10 characters.');
  });

  step('opens Dana in a tab of her own, whose address keeps no ticket', async () => {
    await write(admin, 'Reason', reason);
    await write(admin, await fullName(admin, 'textbox', /^Case number/), 'FN-2041');
    dana = await newTab(browser, () => press(admin, 'button', 'Start read-only session'));
    await sees(dana, /Acting as Dana Fox/);
    await sees(dana, /signed in as Sam Lee/);
    await sees(dana, /Read-only/);
    assert.equal(dana.url(), `${demo.origin}/`);
    assert.equal(await dana.evaluate(() => window.opener === null), true);
  });

  step('shows Dana’s notes there, though the browser holds the cookie of Sam', async () => {
    await sees(dana, 'Incident: labels printed twice');
    await sees(dana, /Dana Fox Northwind Logistics/);
    assert.equal(await cookiesNow(), cookies);
  });

  step('tells Dana that Sam signed in, and why', async () => {
    await sees(dana, /Sam Lee from Support signed in as you/);
    await sees(dana, reason);
  });

  step(
    'refuses a change in read-only mode: the guard first, and the server whatever the page does',
    async () => {
      await press(dana, 'button', 'Save');
      await sees(dana, /Not available while the access is read-only/);
      await press(dana, 'button', 'New note');
      await sees(dana, /This impersonation is read-only/);
    },
  );

  step('survives a reload of the tab', async () => {
    await dana.reload();
    await sees(dana, /Acting as Dana Fox/);
    await sees(dana, 'Incident: labels printed twice');
  });

  step('gives full access for a reason, and then saves the change', async () => {
    await press(dana, 'button', 'Switch to full access…');
    await write(dana, 'Why is looking not enough?', 'She asked me to correct the title');
    await press(dana, 'button', 'Switch to full access');
    await sees(dana, /Full access/);
    await write(dana, 'Title', 'Incident: labels printed three times');
    await press(dana, 'button', 'Save');
    await sees(dana, 'Saved.');
  });

  step('never deletes Dana’s account for her, even with full access', async () => {
    await press(dana, 'link', 'Settings');
    await press(dana, 'button', 'Delete account');
    await sees(dana, /Only Dana Fox can do this/);
    const status = await dana.evaluate(async () => {
      const { token } = JSON.parse(sessionStorage.getItem('impersonation-kit') ?? '{}') as { token: string };
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch('/api/account', { method: 'DELETE', credentials: 'omit', headers });
      return answer.status;
    });
    assert.equal(status, 403);
  });

  step('shows nothing of Dana’s once it is ended', async () => {
    await press(dana, 'button', 'End');
    await sees(dana, /You are no longer acting as Dana Fox/);
    await sees(dana, 'This session is over');
    assert.doesNotMatch(await dana.evaluate(() => document.body.innerText), /northwind/);
  });

  step('leaves the tab and the sign-in of Sam as they were', async () => {
    await admin.reload();
    await sees(admin, /Sam Lee Fieldnotes/);
    assert.equal(await cookiesNow(), cookies);
  });

  step('keeps a record of all of it', async () => {
    await press(admin, 'link', 'Record');
    await sees(admin, reason);
    await sees(admin, /Ended by the admin/);
    await press(admin, 'button', await fullName(admin, 'button', /^Details: Sam Lee as Dana Fox/));
    await sees(admin, /What happened/);
    await sees(admin, /From Read-only to Full access/);
    await sees(admin, /note\.update/);
    await sees(admin, /account\.delete/);
    await sees(admin, /Blocked/);
  });

  step('ends an open tab at once when its session is revoked from the record', async () => {
    await admin.goto(`${demo.origin}/admin?query=dana`);
    await press(admin, 'button', 'Impersonate Dana Fox');
    await write(admin, 'Reason', 'A second look at the same note');
    const second = await newTab(browser, () => press(admin, 'button', 'Start read-only session'));
    await sees(second, /Acting as Dana Fox/);

    await admin.goto(`${demo.origin}/admin/audit`);
    await press(admin, 'button', 'Revoke Sam Lee’s access as Dana Fox');
    await write(admin, 'Why?', 'Opened for too long already');
    await press(admin, 'button', 'Revoke access');
    await sees(admin, /Revoked/);

    await sees(second, /It was revoked/);
    await sees(second, 'This session is over');
  });

  step('does so without a word of complaint from the browser', () => {
    assert.deepEqual(complaints, []);
  });

  /** A step of the story: what comes after one that failed is not tried. */
  function step(name: string, act: () => void | Promise<void>): void {
    it(name, async () => {
      if (stuck) throw new Error('An earlier step failed.');
      stuck = true;
      await act();
      stuck = false;
    });
  }

  /** As the browser keeps them, byte for byte. */
  async function cookiesNow(): Promise<string> {
    return JSON.stringify((await browser.cookies()).map(({ name, value }) => `${name}=${value}`).sort());
  }
});
