// Takes a picture of each element, in light and in dark, from the Storybook that was built.
//
//   npm run screenshots
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { root } from './run.mjs';
import { openStorybook, storyFinished } from './storybook.mjs';

/** The story that shows each element best, and how wide the window is. */
const stories = {
  'impersonation-banner': ['full-access', 1200],
  'impersonate-button': ['form', 720],
  'impersonation-user-search': ['results', 460],
  'impersonation-guard': ['explained', 420],
  'session-audit-table': ['open-row', 1120],
  'account-access-history': ['somebody-is-there', 720],
  'session-activity-chart': ['picked', 860],
};
const folder = join(root, 'docs/images/elements');
/** Pixels around what is shown. */
const margin = 16;

const { base, browser, close } = await openStorybook();
try {
  await mkdir(folder, { recursive: true });
  for (const [tag, [story, width]] of Object.entries(stories)) {
    for (const theme of ['light', 'dark']) {
      const page = await browser.newPage();
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.setViewport({ width, height: 760, deviceScaleFactor: 1.5 });
      await page.goto(
        `${base}/iframe.html?id=elements-${tag}--${story}&viewMode=story&globals=theme:${theme}`,
      );
      await storyFinished(page);
      const path = join(folder, `${tag}-${theme}.png`);
      await page.screenshot({
        path,
        clip: await page.evaluate(shown, tag, margin),
        captureBeyondViewport: false,
      });
      console.log(path);
      await page.close();
    }
  }
} finally {
  await close();
}

/* global document, getComputedStyle, innerHeight, innerWidth */
/** In the page: the part of it that is drawn on. */
function shown(tag, margin) {
  const drawn = [];
  const look = (node) => {
    for (const element of node.querySelectorAll('*')) {
      const { bottom, width, height } = element.getBoundingClientRect();
      if (width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible') drawn.push(bottom);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document.querySelector('#storybook-root'));
  const height = Math.min(Math.ceil(Math.max(...drawn)) + margin, innerHeight);
  return { x: 0, y: 0, width: innerWidth, height };
}
