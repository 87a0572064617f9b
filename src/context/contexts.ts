/**
 * What a provider hands down. The keys are symbols of the global registry, so that two bundled copies of the kit on one
 * page still meet; `@1` is the shape's version.
 *
 * @module
 */

import { createContext } from '@lit/context';

import type { ImpersonationClient } from '../client/client.js';
import type { TabSession } from '../client/tab-session.js';

export const clientContext = createContext<ImpersonationClient | undefined>(
  Symbol.for('impersonation-kit@1/client'),
);

export const tabSessionContext = createContext<TabSession | undefined>(
  Symbol.for('impersonation-kit@1/tab-session'),
);
