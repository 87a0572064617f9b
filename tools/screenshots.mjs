// Takes the pictures of the documents: drives the demo the way an admin does, once in light and once in dark.
//
//   npm run screenshots
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startFieldnotes } from '../test/e2e/support/fieldnotes.ts';
import { find, fullName, newTab, openBrowser, press, sees, write } from '../test/e2e/support/person.ts';

const folder = fileURLToPath(new URL('../docs/images', import.meta.url));
const demo = await startFieldnotes();
const { browser } = await openBrowser();

try {
  await mkdir(folder, { recursive: true });
  const admin = await open(browser.newPage(), '/sign-in');
  await write(admin, 'E-mail', 'sam@fieldnotes.example');
  await write(admin, 'Password', 'fieldnotes-demo');
  await press(admin, 'button', 'Sign in');
  await sees(admin, /1–20 of 1,204/);
  await picture(admin, 'admin');

  // Some history, so that the record has something to show.
  await impersonate(admin, 'Hiro Jansen', 'Import stops at row 400', 'FN-2032', async (tab) => {
    await press(tab, 'button', 'End');
    await sees(tab, 'This session is over');
  });
  await impersonate(admin, 'Grace Castillo', 'Charged twice in October', 'FN-2038', async (tab) => {
    await press(tab, 'button', 'New note');
    await sees(tab, /This impersonation is read-only/);
    await press(tab, 'button', 'End');
    await sees(tab, 'This session is over');
  });
  await impersonate(admin, 'Elif Costa', 'Shared project does not open', 'FN-2040');

  await impersonate(admin, 'Dana Fox', 'Cannot find the label incident note', 'FN-2041', async (tab) => {
    await sees(tab, 'Incident: labels printed twice');
    await picture(tab, 'banner');
    await press(tab, 'button', 'Switch to full access…');
    await write(tab, 'Why is looking not enough?', 'She asked me to correct the title');
    await press(tab, 'button', 'Switch to full access');
    await find(tab, 'button', 'Back to read-only').wait();
    await write(tab, 'Title', 'Incident: labels printed three times');
    await press(tab, 'button', 'Save');
    await sees(tab, 'Saved.');
  });

  await press(admin, 'link', 'Record');
  await sees(admin, /Dana Fox/);
  await press(admin, 'button', await fullName(admin, 'button', /^Details: Sam Lee as Dana Fox/));
  await sees(admin, /note\.update/);
  await picture(admin, 'audit');
} finally {
  await browser.close();
  await demo.stop();
}

async function open(opening, path) {
  const page = await opening;
  await page.goto(`${demo.origin}${path}`);
  return page;
}

/** Starts one from the list of users; a picture is taken of the last one's dialog. */
async function impersonate(admin, name, reason, caseNumber, during = async () => {}) {
  await admin.goto(`${demo.origin}/admin`);
  await press(admin, 'button', `Impersonate ${name}`);
  await press(admin, 'radio', 'Reproduce a problem');
  await write(admin, 'Reason', reason);
  await write(admin, await fullName(admin, 'textbox', /^Case number/), caseNumber);
  if (name === 'Dana Fox') await picture(admin, 'dialog');
  const tab = await newTab(browser, () => press(admin, 'button', 'Start read-only session'));
  await sees(tab, new RegExp(`Acting as ${name}`));
  await during(tab);
  await admin.bringToFront();
}

async function picture(page, name) {
  await page.bringToFront();
  await page.setViewport({ width: 1280, height: name === 'audit' ? 1080 : 820 });
  for (const theme of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    const path = join(folder, `${name}-${theme}.png`);
    await page.screenshot({ path, captureBeyondViewport: false });
    console.log(path);
  }
  await page.emulateMediaFeatures([]);
}
