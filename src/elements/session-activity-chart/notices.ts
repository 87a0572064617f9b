import { html, nothing, type TemplateResult } from 'lit';

import type { ImpersonationError } from '../../core/errors.js';
import { isForbidden } from '../internal/situations.js';
import type { Scene } from './words.js';

interface Failure extends Scene {
  readonly error: ImpersonationError;
  /** When the bars that are still shown were true; `null` when there are none. */
  readonly asOf: number | null;
  retry(): void;
}

/** Why there is nothing, or nothing newer, to see. */
export function failureNotice({ localize, zone, error, asOf, retry }: Failure): TemplateResult {
  const words = localize.messages.record;
  const [title, hint] = isForbidden(error)
    ? [words.forbidden, words.forbiddenHint]
    : error.code === 'network'
      ? [words.offline, words.offlineHint]
      : [words.failed, localize.error(error)];
  return html`<div class="notice ${asOf === null ? 'large' : 'strip'}" part="error" role="alert">
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
        : html`<button class="button small" part="retry-button" type="button" @click=${retry}>
            ${words.retry}
          </button>`
    }
  </div>`;
}

/** Nothing was found. Without filters that is how it should be, and is said so. */
export function emptyNotice({ localize }: Scene, narrowed: boolean): TemplateResult {
  const words = localize.messages.record;
  return html`<div class="notice large" part="empty">
    <div>
      <p class="notice-title">${narrowed ? words.filteredEmpty : words.empty}</p>
      <p class="second">${narrowed ? words.filteredEmptyHint : words.emptyHint}</p>
    </div>
  </div>`;
}

/** The backend does not count. */
export function unsupportedNotice({ localize }: Scene): TemplateResult {
  return html`<div class="notice large" part="unsupported">
    <p class="notice-title">${localize.messages.chart.unsupported}</p>
  </div>`;
}
