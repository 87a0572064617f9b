import { html, nothing, type TemplateResult } from 'lit';

import type { ImpersonationError } from '../../core/errors.js';
import { isForbidden } from '../internal/situations.js';
import { icons } from './icons.js';
import type { Scene } from './words.js';

interface Failure extends Scene {
  readonly error: ImpersonationError;
  /** When the rows that are still shown were true; `null` when there are none. */
  readonly asOf: number | null;
  retry(): void;
}

/** Why there is nothing, or nothing newer, to see. */
export function failureNotice(failure: Failure): TemplateResult {
  const { localize, error, asOf, zone } = failure;
  const words = localize.messages.record;
  const [icon, title, hint] = isForbidden(error)
    ? [icons.hand, words.forbidden, words.forbiddenHint]
    : error.code === 'network'
      ? [icons.pulse, words.offline, words.offlineHint]
      : [icons.alert, words.failed, localize.error(error)];
  return html`<div class="notice ${asOf === null ? 'large' : 'bar'}" part="error" role="alert">
    ${icon}
    <div>
      <p class="notice-title">${title}</p>
      <p class="second" part="error-message">
        ${hint} ${asOf === null ? nothing : words.stale({ time: localize.dateTime(asOf, zone) })}
        <code>${words.code({ code: error.code })}</code>
      </p>
    </div>
    ${
      isForbidden(error)
        ? nothing
        : html`<button class="button small" part="retry-button" type="button" @click=${failure.retry}>
            ${words.retry}
          </button>`
    }
  </div>`;
}

/** Nothing was found. Without filters that is how it should be, and is said so. */
export function emptyNotice({ localize }: Scene, narrowed: boolean, clear: () => void): TemplateResult {
  const words = localize.messages.record;
  return html`<div class="notice large" part="empty">
    ${narrowed ? icons.search : icons.hand}
    <div>
      <p class="notice-title">${narrowed ? words.filteredEmpty : words.empty}</p>
      <p class="second">${narrowed ? words.filteredEmptyHint : words.emptyHint}</p>
    </div>
    ${
      narrowed
        ? html`<button class="button small" part="clear-button" type="button" @click=${clear}>
            ${localize.messages.table.filters.clear}
          </button>`
        : nothing
    }
  </div>`;
}

/** The backend cannot list at all. */
export function unsupportedNotice({ localize }: Scene): TemplateResult {
  const words = localize.messages.table;
  return html`<div class="notice large" part="unsupported">
    ${icons.unknown}
    <div>
      <p class="notice-title">${words.unsupported}</p>
      <p class="second">${words.unsupportedHint}</p>
    </div>
  </div>`;
}
