import { AccountAccessHistory } from './account-access-history/account-access-history.js';
import { ImpersonateButton } from './impersonate-button/impersonate-button.js';
import { ImpersonationBanner } from './impersonation-banner/impersonation-banner.js';
import { ImpersonationGuard } from './impersonation-guard/impersonation-guard.js';
import { ImpersonationProvider } from './impersonation-provider/impersonation-provider.js';
import { ImpersonationUserSearch } from './impersonation-user-search/impersonation-user-search.js';
import { define, type KitElementClass } from './internal/define.js';
import { SessionActivityChart } from './session-activity-chart/session-activity-chart.js';
import { SessionAuditTable } from './session-audit-table/session-audit-table.js';

/** Each element with its own name, and what follows a prefix in its place. */
const elements: readonly [tag: string, afterPrefix: string, element: KitElementClass][] = [
  ['account-access-history', 'access-history', AccountAccessHistory],
  ['impersonate-button', 'button', ImpersonateButton],
  ['impersonation-banner', 'banner', ImpersonationBanner],
  ['impersonation-guard', 'guard', ImpersonationGuard],
  ['impersonation-provider', 'provider', ImpersonationProvider],
  ['impersonation-user-search', 'user-search', ImpersonationUserSearch],
  ['session-activity-chart', 'activity-chart', SessionActivityChart],
  ['session-audit-table', 'audit-table', SessionAuditTable],
];

export interface DefineOptions {
  /** Names the elements `acme-banner`, `acme-button`, `acme-audit-table` and so on: lower-case letters and digits. */
  readonly prefix?: string;
  /** Where to register them; the page's own registry when absent. */
  readonly registry?: CustomElementRegistry;
}

/**
 * Registers every element, under names and in a registry of the host's choice.
 *
 * @throws {TypeError} for a prefix that makes no name of an element.
 */
export function defineAll({ prefix, registry = customElements }: DefineOptions = {}): void {
  if (prefix !== undefined && !/^[a-z][a-z0-9]*$/.test(prefix)) {
    throw new TypeError(`"prefix" must be lower-case letters and digits, not "${prefix}"`);
  }
  for (const [tag, afterPrefix, element] of elements) {
    if (prefix === undefined) define(tag, element, registry);
    // A class has one name in a registry, and may have its own there already.
    else define(`${prefix}-${afterPrefix}`, class extends element {}, registry);
  }
}
