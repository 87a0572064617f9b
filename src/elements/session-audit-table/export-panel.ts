import { html, nothing, type TemplateResult } from 'lit';

import { exportFormats } from '../../core/vocabulary.js';
import type { Exporting } from './exporting.js';
import type { Scene } from './words.js';

/** What can be exported; and then, how far it is. */
export function exportPanel(scene: Scene, exporting: Exporting): TemplateResult {
  const words = scene.localize.messages.query.export;
  const running = exporting.state.is === 'running';
  return html`<div class="panel end" part="panel" role="group" tabindex="-1" aria-label=${words.open}>
    <p>${words.what}</p>
    <div class="formats">
      ${exportFormats.map(
        (format) =>
          html`<button
            class="button"
            part="format-button"
            type="button"
            aria-disabled=${running}
            @click=${() => void exporting.start(format)}
          >
            ${words.formats[format]}
          </button>`,
      )}
    </div>
    ${outcome(scene, exporting)}
  </div>`;
}

function outcome({ localize }: Scene, exporting: Exporting) {
  const { state } = exporting;
  const words = localize.messages.query.export;
  const number = (value: number) => localize.number(value);
  switch (state.is) {
    case 'idle':
      return nothing;
    case 'canceled':
      return html`<p part="export-outcome">${words.canceled}</p>`;
    case 'running': {
      const { rows, total } = state;
      const far = total === null ? words.begun : words.progress({ rows: number(rows), total: number(total) });
      return html`<div class="running">
        <progress
          part="export-progress"
          aria-label=${words.begun}
          max=${total ?? 1}
          value=${total === null ? nothing : rows}
        ></progress>
        <span>${far}</span>
        <button class="button small" part="cancel-button" type="button" @click=${exporting.cancel}>
          ${words.cancel}
        </button>
      </div>`;
    }
    case 'done': {
      const { rows, limit, complete } = state.file;
      return html`<p part="export-outcome">
        ${words.done({ count: rows, number: number(rows) })}
        ${complete ? nothing : html`<strong>${words.capped({ limit: number(limit) })}</strong>`}
      </p>`;
    }
    case 'failed':
      return html`<div class="running" role="alert" part="export-outcome">
        <span>${words.failed} ${localize.error(state.error)}</span>
        <button
          class="button small"
          part="retry-button"
          type="button"
          @click=${() => void exporting.start(state.format)}
        >
          ${localize.messages.record.retry}
        </button>
      </div>`;
  }
}
