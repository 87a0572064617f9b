import { html, nothing, type TemplateResult } from 'lit';

import type { ImpersonationError } from '../../core/errors.js';
import { question } from './icons.js';
import type { BarLocalize } from './model.js';
import { isBusy, type Task } from './task.js';

interface Unknown {
  readonly error: ImpersonationError | null;
  readonly task: Task;
  readonly localize: BarLocalize;
  readonly retry: () => void;
}

/** Nobody knows yet. A failure looks like an impersonation, since it may be one. */
export function unknownView({ error, task, localize, retry }: Unknown): TemplateResult {
  const { messages } = localize;
  if (!error) return sentenceView(messages.banner.checking, localize);
  const busy = isBusy(task);
  const failure = task.is === 'failed' ? task.error : error;
  return html`
    <section part="base" class="bar" aria-label=${messages.banner.label}>
      ${question}
      <p part="message" class="message sentences" role="alert">
        <strong>${messages.banner.unclear}</strong> <span>${localize.error(failure)}</span>
      </p>
      <div part="actions" class="actions">
        <button
          class="action main solid"
          type="button"
          aria-disabled=${busy ? 'true' : nothing}
          aria-busy=${busy ? 'true' : nothing}
          @click=${retry}
        >
          ${busy ? messages.banner.trying : messages.banner.tryAgain}
        </button>
      </div>
    </section>
  `;
}

/** One sentence, until there is more to say. It takes the focus of what it stands in for. */
export function sentenceView(sentence: string, { messages }: BarLocalize): TemplateResult {
  return html`
    <section part="base" class="bar quiet" aria-label=${messages.banner.label}>
      <p part="message" class="message checking main" tabindex="-1">${sentence}</p>
    </section>
  `;
}
