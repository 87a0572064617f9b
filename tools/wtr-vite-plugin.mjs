import { rmSync } from 'node:fs';

import { createServer } from 'vite';

// One folder a run, so that two runs at once do not rebuild each other's dependencies.
const cacheDir = `node_modules/.cache/wtr-${process.pid}`;

/**
 * WTR plugin: Vite resolves, transforms and pre-bundles every module, so tests load what the app loads.
 * `pages` maps a path to `async (ssrLoadModule) => html`, for server-rendered fixtures.
 */
export function vitePlugin({ pages = {}, ...inlineConfig } = {}) {
  let vite;
  return {
    name: 'vite',
    /** Loads a module of the project into this process. */
    load: (path) => vite.ssrLoadModule(path),
    async serverStart({ config, fileWatcher }) {
      vite = await createServer({
        ...inlineConfig,
        root: config.rootDir,
        configFile: false,
        appType: 'custom',
        clearScreen: false,
        logLevel: 'warn',
        cacheDir,
        server: { middlewareMode: true, hmr: false, ws: false, watch: null },
        // Scan every entry before the first test, and never trust an older cache: a dependency that Vite finds late is
        // bundled again mid-run, and the page then holds two copies of Lit.
        optimizeDeps: {
          force: true,
          entries: ['test/{core,client,elements,journeys}/**/*.test.ts'],
          exclude: ['@web/test-runner-commands'],
          ...inlineConfig.optimizeDeps,
        },
        // WTR injects this module at runtime; Vite must leave the import as it is.
        plugins: [
          {
            name: 'wtr-external',
            enforce: 'pre',
            resolveId: (id) => (id.startsWith('/__w') ? { id, external: true } : undefined),
          },
          ...(inlineConfig.plugins ?? []),
        ],
      });
      await vite.environments.client.depsOptimizer?.scanProcessing;
      fileWatcher.on('change', (file) => vite.moduleGraph.onFileChange(file)); // `wtr --watch`
    },
    async serverStop() {
      await vite?.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
    async serve(ctx) {
      const page = pages[ctx.path];
      if (page) return { body: await page((id) => vite.ssrLoadModule(id)), type: 'html' };
      if (ctx.path === '/' || ctx.path.startsWith('/__')) return undefined; // WTR's own pages
      const url = ctx.url.replace(/([?&])wtr-session-id=[^&]*&?/, '$1').replace(/[?&]$/, '');
      if (!url.startsWith('/@') && !/\.(m?[jt]s|css|json|svg)($|\?)/.test(url)) return undefined;
      const id = url.startsWith('/@id/') ? decodeURI(url.slice(5)).replace('__x00__', '\0') : url;
      const result = await vite.transformRequest(id);
      if (!result) return undefined;
      // Inline the source map: that is where WTR's v8 coverage looks for it.
      const map = result.map?.mappings
        ? `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(result.map)).toString('base64')}`
        : '';
      return { body: result.code + map, type: 'js', headers: { 'cache-control': 'no-cache' } };
    },
  };
}
