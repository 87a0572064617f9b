/**
 * Entry `impersonation-kit`: everything a browser may import, and nothing of the server. Importing it registers nothing
 * and needs no page; `impersonation-kit/define` registers the elements.
 *
 * @module
 */

export * from './core/index.js';
export {
  createHttpClient,
  createTabSession,
  getAuth,
  getTabSession,
  installTabSession,
  onTabStarted,
  openTabChannel,
  subscribeAuth,
  toAuth,
  type Auth,
  type CallOptions,
  type Capabilities,
  type ExportedFile,
  type ExportOptions,
  type HttpClientOptions,
  type ImpersonationClient,
  type PageTabSession,
  type StartOptions,
  type TabChannel,
  type TabMessage,
  type TabSession,
  type TabSessionOptions,
  type TabState,
} from './client/index.js';
export { clientContext, tabSessionContext } from './context/contexts.js';
export { ImpersonationController } from './context/impersonation-controller.js';
export { defineAll, type DefineOptions } from './elements/define-all.js';
export * from './elements/events.js';
export {
  registerLanguages,
  registerMessages,
  type LanguageLoader,
  type Translation,
} from './elements/messages/languages.js';
export { AccountAccessHistory } from './elements/account-access-history/account-access-history.js';
export { ImpersonateButton } from './elements/impersonate-button/impersonate-button.js';
export { ImpersonationBanner } from './elements/impersonation-banner/impersonation-banner.js';
export { ImpersonationGuard } from './elements/impersonation-guard/impersonation-guard.js';
export { ImpersonationProvider } from './elements/impersonation-provider/impersonation-provider.js';
export { ImpersonationUserSearch } from './elements/impersonation-user-search/impersonation-user-search.js';
export { en, type Messages } from './elements/messages/en.js';
export { shippedLanguages } from './elements/messages/shipped.js';
export { SessionActivityChart } from './elements/session-activity-chart/session-activity-chart.js';
export { SessionAuditTable } from './elements/session-audit-table/session-audit-table.js';
export type { SavedView, ViewStore } from './elements/session-audit-table/saved-view.js';
export type { SessionSet, SessionSource } from './elements/session-audit-table/session-source.js';
