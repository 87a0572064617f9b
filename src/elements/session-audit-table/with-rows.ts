/**
 * What is not needed before there is something to read.
 *
 * @module
 */

export { printSummary } from './print-summary.js';
export { resizeHandle, styles } from './resize-handle.js';
