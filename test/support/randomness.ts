/**
 * Whether bytes look drawn at random: the chi-square of how often each of the 256 values came up.
 *
 * @module
 */

/**
 * 255 degrees of freedom. Random bytes fall outside in two of a thousand million runs: a test that cries wolf once in a
 * thousand would be switched off.
 */
export const plausible = { least: 142, most: 415 } as const;

/** Above it at one of a thousand runs: the usual measure, to be read by a person. */
export const usualMost = 330.52;

export class ByteCounts {
  readonly #counts = new Float64Array(256);
  #total = 0;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) this.#counts[byte]! += 1;
    this.#total += bytes.length;
  }

  chiSquare(): number {
    const expected = this.#total / 256;
    return this.#counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  }
}
