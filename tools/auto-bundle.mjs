import { root } from './run.mjs';
import { squeezedCss } from './squeeze-css.mjs';

/** For a page without a bundler that loads no more than it needs: `auto.js`, and beside it what it may bring. */
export const autoBundle = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  plugins: [squeezedCss],
  build: {
    outDir: 'dist/cdn/auto',
    target: 'es2022',
    lib: { entry: { auto: 'src/auto.ts' }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension', // what it shares with the rest stays in it
      output: { minify: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};
