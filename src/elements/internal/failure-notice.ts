import { html, nothing, type TemplateResult } from 'lit';

import type { ImpersonationError } from '../../core/errors.js';
import type { LocalizeController } from './localize.js';
import { isForbidden } from './situations.js';

interface Failure {
  readonly localize: LocalizeController<'record'>;
  /** IANA name of the time zone. */
  readonly zone: string;
  readonly error: ImpersonationError;
  /** When what is still shown was true; `null` when nothing is. */
  readonly asOf: number | null;
  retry(): void;
}

/** Why there is nothing, or nothing newer, to see of the record. */
export function failureNotice(
  { localize, zone, error, asOf, retry }: Failure,
  icons?: Record<'forbidden' | 'offline' | 'failed', TemplateResult>,
): TemplateResult {
  const words = localize.messages.record;
  const forbidden = isForbidden(error);
  const [icon, title, hint] = forbidden
    ? [icons?.forbidden, words.forbidden, words.forbiddenHint]
    : error.code === 'network'
      ? [icons?.offline, words.offline, words.offlineHint]
      : [icons?.failed, words.failed, localize.error(error)];
  return html`<div class="notice ${asOf === null ? 'large' : 'strip'}" part="error" role="alert">
    ${icon}
    <div>
      <p class="notice-title">${title}</p>
      <p class="second" part="error-message">
        ${hint} ${asOf === null ? nothing : words.stale({ time: localize.dateTime(asOf, zone) })}
        <code>${words.code({ code: error.code })}</code>
      </p>
    </div>
    ${
      forbidden
        ? nothing
        : html`<button class="button small" part="retry-button" type="button" @click=${retry}>
            ${words.retry}
          </button>`
    }
  </div>`;
}
