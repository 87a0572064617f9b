// Runs the tests of the elements in Firefox and in WebKit, both at once, as far as this machine has them, and says which
// it has. Chromium runs them with `npm test`.
//
//   npm run test:engines                         both
//   npm run test:engines -- firefox              one
//   npm run test:engines -- webkit test/e….test.ts   one, and only these files
import { findFirefox } from './browsers.mjs';
import { freePorts } from './free-ports.mjs';
import { bin, runNode } from './run.mjs';
import { findWebKit } from './webdriver-launcher.mjs';

const every = { firefox: findFirefox(), webkit: findWebKit() };
const files = process.argv.slice(2).filter((word) => !(word in every));
const asked = process.argv.slice(2).filter((word) => word in every);
const engines = Object.fromEntries(
  Object.entries(every).filter(([name]) => !asked.length || asked.includes(name)),
);
const here = Object.keys(engines).filter((name) => engines[name]);
for (const name of Object.keys(engines)) {
  console.log(engines[name] ? `${name}: here` : `${name}: not on this machine, so not tested`);
}

// Left to themselves, two runners that start at once may both choose the first port that is free.
const ports = await freePorts(here.length);
const runs = await Promise.all(
  here.map((name, index) =>
    runNode(
      [
        bin('@web/test-runner/dist/bin.js'),
        ...['--port', String(ports[index])],
        ...(files.length ? ['--files', ...files] : []),
      ],
      { env: { TEST_BROWSER: name } },
    ),
  ),
);
let passed = 0;
let failed = 0;
runs.forEach(({ code, output }, index) => {
  const [, right = 0, wrong = 0] = [...output.matchAll(/\| (\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  const broken = code && !Number(wrong) ? 1 : Number(wrong);
  console.log(`${here[index]}: ${right} passed, ${broken} failed`);
  passed += Number(right);
  failed += broken;
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
