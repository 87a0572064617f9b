/**
 * The person impersonated, in the demo: Dana in her own browser, while Sam is signed in as her in his.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startFieldnotes, type RunningFieldnotes } from './support/fieldnotes.js';
import { newTab, openBrowser, press, sees, write, type Browser, type Page } from './support/person.js';

let demo: RunningFieldnotes;
let sams: Awaited<ReturnType<typeof openBrowser>>;
let danas: Awaited<ReturnType<typeof openBrowser>>;

before(async () => {
  demo = await startFieldnotes();
  [sams, danas] = [await openBrowser(), await openBrowser()];
});
after(async () => {
  await sams.browser.close();
  await danas.browser.close();
  await demo.stop();
});

test('Dana sees in her settings that Sam is signed in as her, and puts an end to it', async () => {
  const admin = await signIn(sams.browser, 'sam@fieldnotes.example');
  await sees(admin, /of 1,204/);
  await admin.goto(`${demo.origin}/admin?query=dana+fox`);
  await press(admin, 'button', 'Impersonate Dana Fox');
  await write(admin, 'Reason', 'Cannot find the label incident note');
  const acting = await newTab(sams.browser, () => press(admin, 'button', 'Start read-only session'));
  await sees(acting, /Acting as Dana Fox/);

  const dana = await signIn(danas.browser, 'dana@northwind.example');
  await press(dana, 'link', 'Settings');
  await sees(dana, /Sam Lee is signed in as you now/);
  await sees(dana, 'Cannot find the label incident note');
  await sees(dana, /Changed nothing Looked something up \d+ times/);

  await acting.goto(`${demo.origin}/settings`);
  await sees(acting, /Only the person themselves sees this/);

  await press(dana, 'button', 'End it now: Sam Lee is signed in as you now');
  await sees(dana, /It stops at once/);
  await press(dana, 'button', 'End it now');
  await sees(dana, /How it ended You ended it/);

  await acting.reload();
  await sees(acting, /The person themselves ended it/);
  await sees(acting, 'This session is over');
  assert.deepEqual([...sams.complaints, ...danas.complaints], []);
});

async function signIn(browser: Browser, email: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${demo.origin}/sign-in`);
  await write(page, 'E-mail', email);
  await write(page, 'Password', 'fieldnotes-demo');
  await press(page, 'button', 'Sign in');
  return page;
}
