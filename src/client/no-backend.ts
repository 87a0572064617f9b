/**
 * For a page that only reads its host's own token: there is nobody to ask.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { Capabilities, ImpersonationClient } from './client.js';
import { clientOf } from './on-demand.js';

const capabilities: Capabilities = {
  searchUsers: false,
  start: false,
  extend: false,
  setMode: false,
  list: false,
  events: false,
  activity: false,
  export: false,
  revoke: false,
  access: false,
  end: 'sign-out',
};

export const noBackend: ImpersonationClient = clientOf({ capabilities, now: () => Date.now() }, () =>
  Promise.reject(new ImpersonationError('unsupported')),
);
