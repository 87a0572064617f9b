/**
 * For a page that only reads its host's own token: there is nobody to ask.
 *
 * @module
 */

import { ImpersonationError } from '../core/errors.js';
import type { ImpersonationClient } from './client.js';

const refuse = () => Promise.reject(new ImpersonationError('unsupported'));

export const noBackend: ImpersonationClient = {
  capabilities: {
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
  },
  now: () => Date.now(),
  searchUsers: refuse,
  getUser: refuse,
  start: refuse,
  list: refuse,
  get: refuse,
  events: refuse,
  activity: refuse,
  export: refuse,
  revoke: refuse,
  listAccess: refuse,
  endAccess: refuse,
  redeem: refuse,
  renew: refuse,
  current: refuse,
  extend: refuse,
  setMode: refuse,
  end: refuse,
};
