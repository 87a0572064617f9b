import { test } from 'node:test';

import { onEachEngine } from '../support/server/engines.js';
import { walkThrough } from '../support/server/walk.js';

onEachEngine('A life of any steps in any order', (database) => {
  test('goes as the rules say: each answer, each session, each row', () =>
    walkThrough(database(), { runs: 150, steps: 16 }));
});
