import { html, type TemplateResult } from 'lit';

import type { SessionRecord } from '../../core/protocol.js';
import { nameOf } from '../internal/people.js';
import type { DialogModel } from './dialog-model.js';
import { icons } from './icons.js';

/** What is open already and in the way, each with a way on. */
export function conflictView(
  { flow, localize, submit }: DialogModel,
  sessions: readonly SessionRecord[],
  why: string,
): TemplateResult {
  const { modes, button } = localize.messages;
  const { conflict: messages } = button;
  return html`
    <div class="conflict warning" part="conflict">
      ${icons.warning}
      <div>
        <strong>${why}</strong>
        <ul>
          ${sessions.map((session) => {
            const name = nameOf(session.subject);
            const time = localize.dateTime(Date.parse(session.startedAt ?? session.createdAt));
            const said = { name, time, mode: modes[session.mode] };
            return html`
              <li>
                <span>
                  ${session.startedAt ? messages.active(said) : messages.pending(said)}
                  <q>${session.reason}</q>
                </span>
                <button
                  class="button"
                  part="end-and-continue"
                  type="button"
                  aria-disabled=${flow.held}
                  aria-label=${messages.endOf({ label: messages.end, name })}
                  @click=${(event: Event) => submit(event, { session, reason: messages.reason })}
                >
                  ${messages.end}
                </button>
              </li>
            `;
          })}
        </ul>
      </div>
    </div>
  `;
}
