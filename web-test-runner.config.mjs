import { chromeLauncher } from '@web/test-runner-chrome';

import { chromeArgs, ensureChrome } from './tools/browsers.mjs';
import { vitePlugin } from './tools/wtr-vite-plugin.mjs';

const chrome = await ensureChrome();

export default {
  files: ['test/{core,client,elements,journeys}/**/*.test.ts'],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: chrome.path,
        args: chromeArgs,
        ...(chrome.env && { env: { ...process.env, ...chrome.env } }),
      },
    }),
  ],
  concurrency: 2,
  plugins: [vitePlugin()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsFinishTimeout: 60_000,
};
