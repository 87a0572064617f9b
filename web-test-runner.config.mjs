import { chromeLauncher } from '@web/test-runner-chrome';

import { chromeArgs, ensureChrome } from './tools/browsers.mjs';
import { hostMiddleware } from './tools/wtr-host.mjs';
import { vitePlugin } from './tools/wtr-vite-plugin.mjs';

const chrome = await ensureChrome();
const vite = vitePlugin();

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
  plugins: [vite],
  middleware: [
    hostMiddleware('/__host', async (origin) => (await vite.load('/test/journeys/host.ts')).openHost(origin)),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // Longer than `until` waits, which says what it waited for.
  testFramework: { config: { timeout: 15_000 } },
  testsFinishTimeout: 180_000,
};
