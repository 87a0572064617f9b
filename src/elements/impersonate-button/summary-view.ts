import { html, type TemplateResult } from 'lit';

import type { DialogModel } from './dialog-model.js';

/** Who it is about. */
export function summaryView({ flow: { user }, name, email }: DialogModel): TemplateResult {
  const details = [user?.email ?? email, user?.organization, user?.role].filter(Boolean);
  return html`
    <div class="summary" part="summary">
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div>
        <strong><bdi>${name}</bdi></strong>
        <p>${details.map((detail) => html`<bdi>${detail}</bdi> `)}</p>
      </div>
    </div>
  `;
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  return [...new Set([words[0], words.at(-1)])].map((word) => [...(word ?? '')][0] ?? '').join('');
}
