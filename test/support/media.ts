/**
 * Tests of what is on paper, or where the system forces its colors. Only Chromium lets a test change that, so only there
 * these are tests; the other engines run all the rest.
 *
 * @module
 */

const canChange = navigator.userAgent.includes('Chrome/');

/** As `it`, for a test that uses `emulateMedia`. */
export const itInMedia: (sentence: string, test: () => Promise<void>) => void = canChange
  ? it
  : () => undefined;
