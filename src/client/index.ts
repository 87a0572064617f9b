/** Entry `impersonation-kit/client`: the ways to a backend, and the impersonation of this tab. Usable without elements. */

export { getAuth, subscribeAuth } from './auth.js';
export type {
  CallOptions,
  Capabilities,
  ExportedFile,
  ExportOptions,
  ImpersonationClient,
  StartOptions,
} from './client.js';
export { createHttpClient, type HttpClientOptions } from './http.js';
export type { KeptKey, KeyStorage } from './key-storage.js';
export {
  createMemoryClient,
  type MemoryClient,
  type MemoryClientOptions,
  type MemorySubject,
} from './memory.js';
export type { ClientMethod, MemoryCall, MemoryClock, MemoryControls } from './memory-controls.js';
export type { MemoryUser } from './memory-users.js';
export { getTabSession, installTabSession, type PageTabSession } from './page-tab.js';
export type { Prove, ProvenRequest } from './proof.js';
export { onTabStarted, openTabChannel, type TabChannel, type TabMessage } from './tab-channel.js';
export { createTabSession, type TabSession, type TabSessionOptions } from './tab-session.js';
export { toAuth, type Auth, type TabState } from './tab-state.js';
export { takeTicket, type PageAddress } from './tab-ticket.js';
