/**
 * Everything in one file, for a page without a bundler: registers every element, and exports what the root entry does.
 *
 * @module
 */

import './define.js';

export * from './index.js';
