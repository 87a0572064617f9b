import { defineConfig } from 'vite';

const page = (name: string) => `demo/pages/${name}.html`;

// The demo's pages; `vite build --mode cdn` makes the one-file bundle instead.
export default defineConfig(({ mode }) =>
  mode === 'cdn'
    ? {
        build: {
          outDir: 'dist/cdn',
          target: 'es2022',
          sourcemap: true,
          lib: { entry: 'src/cdn.ts', formats: ['es'], fileName: 'impersonation-kit.min' },
          rolldownOptions: { output: { minify: true } }, // lib mode would keep whitespace in ES output
        },
        publicDir: false,
      }
    : {
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
      },
);
