/**
 * What the examples in the documents take from the host: `./host.js` and its like are this file there, so that they can
 * be compiled.
 *
 * @module
 */

import type {
  Authenticate,
  Backend,
  Person,
  Policy,
  Route,
  UserDirectory,
} from '../../../src/server/index.js';

export declare const currentUser: Authenticate;
export declare const signInOf: (sessionId: string) => Promise<{ readonly createdAt: Date }>;
export declare const policy: Policy;
export declare const directory: UserDirectory;
export declare const people: readonly Person[];
export declare const notesOf: (userId: string) => Promise<readonly string[]>;
export declare const saveNote: (userId: string, note: unknown) => Promise<void>;
export declare const deleteNote: (userId: string, noteId: string) => Promise<void>;
export declare const deleteAccount: (userId: string) => Promise<void>;
export declare const sendMail: (message: { to: string; text: string }) => Promise<void>;
export declare const backend: Backend;
export declare const routes: readonly Route[];
export declare const askForPassword: () => Promise<void>;
export declare const handle: (request: Request) => Response | Promise<Response>;
