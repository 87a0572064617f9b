/**
 * What an element that shows what the backend keeps can be in.
 *
 * @module
 */

import type { ImpersonationError } from '../../core/errors.js';

/** What there is to see, in one word. Also the element's `:state()`. */
export const situations = [
  'unconfigured',
  'unsupported',
  'loading',
  'ready',
  'empty',
  'error',
  'offline',
  'forbidden',
] as const;
export type Situation = (typeof situations)[number];

/** Whether it says that this person may not look, rather than that looking failed. */
export const isForbidden = ({ status, code }: ImpersonationError) => status === 401 || code === 'forbidden';
