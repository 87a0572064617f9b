/**
 * What stands in place of the list, or above one that is no longer sure.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';

import type { ImpersonationError } from '../../core/errors.js';
import { icons } from './icons.js';
import type { Situation } from './situation.js';
import { timeOf, type Scene } from './words.js';

/** What is known for good, until the page changes: there is nothing to try again. */
export function plainNotice(
  { localize }: Scene,
  situation: 'unsupported' | 'impersonating' | 'unknown' | 'forbidden',
): TemplateResult {
  const words = localize.messages.access.notices;
  const icon = situation === 'impersonating' || situation === 'forbidden' ? icons.shield : icons.unknown;
  return html`<div class="notice" part="notice">
    ${icon}
    <div>
      <p class="title">${words[situation].title}</p>
      <p class="second">${words[situation].hint}</p>
    </div>
  </div>`;
}

/** As it should be. */
export function emptyNotice({ localize }: Scene): TemplateResult {
  const words = localize.messages.access;
  return html`<slot name="empty">
    <div class="notice" part="empty">
      ${icons.calm}
      <div>
        <p class="title">${words.empty}</p>
        <p class="second">${words.emptyHint}</p>
      </div>
    </div>
  </slot>`;
}

interface Failure extends Scene {
  readonly situation: Situation;
  readonly error: ImpersonationError;
  /** When the list that is still shown was true; `null` when there is none. */
  readonly asOf: number | null;
  retry(): void;
}

export function failureNotice(failure: Failure): TemplateResult {
  const { localize, situation, error, asOf, retry } = failure;
  const words = localize.messages.access;
  const offline = situation === 'offline';
  return html`<div class="notice ${asOf === null ? '' : 'bar'}" part="error" role="alert">
    ${offline ? icons.offline : icons.alert}
    <div>
      <p class="title">${offline ? words.offline : words.failed}</p>
      <p class="second" part="error-message">
        ${offline ? words.offlineHint : localize.error(error)}
        ${asOf === null ? nothing : words.stale({ time: timeOf(failure, asOf) })}
        <code>${words.code({ code: error.code })}</code>
      </p>
    </div>
    <button class="button small" part="retry-button" type="button" @click=${retry}>${words.retry}</button>
  </div>`;
}

/** Two entries that are still to come. Shown by the styles only when it takes a while. */
export function skeleton({ localize }: Scene): TemplateResult {
  const line = html`<span class="bone"></span>`;
  const entry = html`<div class="entry" part="skeleton">${line}${line}${line}</div>`;
  return html`<div class="skeleton" role="status">
    <span class="visually-hidden">${localize.messages.access.loading}</span>
    <div aria-hidden="true">${entry}${entry}</div>
  </div>`;
}
