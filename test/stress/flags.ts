/**
 * The sizes on the command line: `--runs 5000 --seed 7`.
 *
 * @module
 */

import { parseArgs } from 'node:util';

/** @returns The usual numbers, with those that were given in their place. */
export function numbersFrom<Numbers extends Record<string, number>>(usual: Numbers): Numbers {
  const options = Object.fromEntries(Object.keys(usual).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options });
  const given = Object.entries(values).map(([name, value]): [string, number] => {
    if (typeof value !== 'string' || !/^\d+$/.test(value)) throw new TypeError(`--${name} takes a number`);
    return [name, Number(value)];
  });
  return { ...usual, ...Object.fromEntries(given) };
}
