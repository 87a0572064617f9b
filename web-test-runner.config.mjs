import { availableParallelism } from 'node:os';

import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';

import { chromeArgs, ensureChrome, findFirefox } from './tools/browsers.mjs';
import { findWebKit, webKitLauncher } from './tools/webdriver-launcher.mjs';
import { failuresReporter } from './tools/wtr-failures.mjs';
import { hostMiddleware } from './tools/wtr-host.mjs';
import { vitePlugin } from './tools/wtr-vite-plugin.mjs';

// TEST_BROWSER: chromium (default), firefox or webkit. The elements are tested in all three, the rest in Chromium.
const launchers = {
  async chromium() {
    const { path, env } = await ensureChrome();
    return chromeLauncher({
      launchOptions: {
        executablePath: path,
        args: chromeArgs,
        ...(env && { env: { ...process.env, ...env } }),
      },
    });
  },
  firefox() {
    const executablePath = findFirefox();
    if (!executablePath) return undefined;
    return chromeLauncher({
      puppeteer: puppeteerCore,
      launchOptions: { browser: 'firefox', executablePath, defaultViewport: null },
      createPage: newFirefoxPage,
    });
  },
  webkit() {
    const binary = findWebKit();
    return binary && webKitLauncher(binary);
  },
};

/** What Chromium takes and Firefox does not: a window's orientation, and a key by its name. */
async function newFirefoxPage({ context }) {
  const page = await context.newPage();
  page.mainFrame().browsingContext.setScreenOrientationOverride = () => Promise.resolve();
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
  return page;
}

const engine = process.env.TEST_BROWSER ?? 'chromium';
const launcher = await launchers[engine]?.();
if (!launcher) throw new Error(`TEST_BROWSER: there is no ${engine} on this machine`);
const folders = engine === 'chromium' ? '{core,client,elements,journeys}' : 'elements';
const vite = vitePlugin();

export default {
  files: [`test/${folders}/**/*.test.ts`],
  browsers: [launcher],
  // A page that is not in front has no focus in Firefox, and its timers are slowed down. The runner and the browser keep
  // two processors busy with one page.
  concurrency: engine === 'chromium' && availableParallelism() > 2 ? 2 : 1,
  plugins: [vite],
  middleware: [
    hostMiddleware('/__host', async (origin) => (await vite.load('/test/journeys/host.ts')).openHost(origin)),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), failuresReporter()],
  // A busy machine takes its time for the first page, and for one that loads much.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  // Longer than `until` waits, which says what it waited for.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 600_000,
};
