// Builds what is published, into dist: a module per source file with its types, the manifest of the elements, and what a
// page without a bundler loads: one minified file, or a small one that brings the rest when it is needed.
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { build } from 'vite';

import { autoBundle } from './auto-bundle.mjs';
import { filesIn } from './files.mjs';
import { bin, root, runNode } from './run.mjs';
import { squeezeCss, squeezedCss } from './squeeze-css.mjs';

const started = performance.now();
rmSync(join(root, 'dist'), { recursive: true, force: true });
await must(bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
await must(bin('@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--quiet');
squeezeStyles();
cpSync(join(root, 'src/presets'), join(root, 'dist/presets'), { recursive: true });
await bundle();
await bundleLanguages();
await build(autoBundle);

const file = join(root, 'dist/cdn/impersonation-kit.min.js');
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `dist/cdn/impersonation-kit.min.js: ${kilobytes(statSync(file).size)}, ` +
    `${kilobytes(gzipSync(readFileSync(file), { level: 9 }).length)} gzipped`,
);
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);

async function must(...args) {
  const { code } = await runNode(args);
  if (code) process.exit(code);
}

function squeezeStyles() {
  for (const path of filesIn('dist/elements', /\.js$/)) {
    const file = join(root, 'dist/elements', path);
    const code = readFileSync(file, 'utf8');
    if (code.includes('css`')) writeFileSync(file, squeezeCss(code));
  }
}

async function bundle() {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [squeezedCss],
    build: {
      outDir: 'dist/cdn',
      target: 'es2022',
      sourcemap: true,
      lib: { entry: 'src/cdn.ts', formats: ['es'], fileName: 'impersonation-kit.min' },
      // Lib mode would keep the white space of ES output. A host copies one file, so nothing is split off it; but a page
      // that is English is not to load seven other languages.
      rolldownOptions: {
        external: isLanguage,
        output: { minify: true, codeSplitting: false, paths: (id) => `./locales/${basename(id)}` },
      },
    },
  });
}

/** A file of its own for each language, beside the one file of the kit. */
async function bundleLanguages() {
  const folder = 'src/elements/messages/locales';
  const names = readdirSync(join(root, folder)).map((file) => file.replace(/\.ts$/, ''));
  for (const name of names) {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir: 'dist/cdn/locales',
        emptyOutDir: false,
        target: 'es2022',
        lib: { entry: `${folder}/${name}.ts`, formats: ['es'], fileName: name },
        rolldownOptions: { output: { minify: true } },
      },
    });
  }
}

function isLanguage(id) {
  return id.includes('/messages/locales/') || id.startsWith('./locales/');
}
