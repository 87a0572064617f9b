import { html, nothing, type TemplateResult } from 'lit';

import type { LocalizeController } from '../internal/localize.js';
import { icons } from './icons.js';
import type { Keeping } from './keeping.js';

/** What did not work; or what was deleted, and can be brought back. */
export function viewsNotice(
  { messages }: LocalizeController<'record' | 'views'>,
  keeping: Keeping,
  undo: () => void,
): TemplateResult | typeof nothing {
  const { failed, deleted } = keeping;
  const words = messages.views;
  if (failed) {
    const again = html`<button
      class="button small"
      part="retry-button"
      type="button"
      @click=${() => void keeping.load()}
    >
      ${messages.record.retry}
    </button>`;
    return html`<div class="inline-error" role="alert">
      ${icons.alert}<span>${words.failed[failed]}</span>
      ${failed === 'read' ? again : nothing}
    </div>`;
  }
  if (!deleted) return nothing;
  return html`<p class="view">
    <span>${words.deleted({ name: deleted.view.name })}</span>
    <button class="button small" part="undo-button" type="button" @click=${undo}>${words.undo}</button>
  </p>`;
}
