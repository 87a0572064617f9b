/** Where each element of the kit is. */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'account-access-history': () => import('../account-access-history/define.js'),
  'impersonate-button': () => import('../impersonate-button/define.js'),
  'impersonation-banner': () => import('../impersonation-banner/define.js'),
  'impersonation-guard': () => import('../impersonation-guard/define.js'),
  'impersonation-provider': () => import('../impersonation-provider/define.js'),
  'impersonation-user-search': () => import('../impersonation-user-search/define.js'),
  'session-activity-chart': () => import('../session-activity-chart/define.js'),
  'session-audit-table': () => import('../session-audit-table/define.js'),
};

/** Finds every element of the kit. */
export const anyOfOurs = Object.keys(loaders).join();

const begun = new Map<string, Promise<void>>();

/** Loads what registers an element, and the languages with the first. Resolves when it is registered. */
export function load(tag: string): Promise<void> {
  const there = begun.get(tag);
  if (there) return there;
  if (!begun.size) void insist(loadLanguages);
  // Somebody else's copy may have the name.
  const loader = customElements.get(tag) ? undefined : loaders[tag];
  const arrival = loader ? insist(loader) : Promise.resolve();
  begun.set(tag, arrival);
  return arrival;
}

/** Tries until it is there, or the page is loaded again: Chromium asks no second time for a module that did not come. */
async function insist(loader: () => Promise<unknown>): Promise<void> {
  for (let pause = 1000; ; pause = Math.min(pause * 2, 30_000)) {
    try {
      await loader();
      return;
    } catch (error) {
      reportError(error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

async function loadLanguages(): Promise<void> {
  const [{ registerLanguages }, { shippedLanguages }] = await Promise.all([
    import('../messages/languages.js'),
    import('../messages/shipped.js'),
  ]);
  registerLanguages(shippedLanguages);
}
