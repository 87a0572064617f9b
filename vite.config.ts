import { defineConfig } from 'vite';

const page = (name: string) => `demo/pages/${name}.html`;

// The demo's pages. What is published is built by `tools/build.mjs`.
export default defineConfig({
  root: 'demo/pages',
  build: {
    outDir: '../../dist-demo',
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index', 'settings', 'sign-in', 'admin', 'audit'].map(page),
      checks: { bundlerTimings: false },
    },
  },
});
