import { html, nothing, type TemplateResult } from 'lit';

import { smaller } from './icons.js';
import { canExtend, type ActiveModel } from './model.js';
import { isBusy } from './task.js';

/** The ways on, the way out first. */
export function actions(model: ActiveModel): TemplateResult {
  const { state, task, capabilities, localize, shortcut } = model;
  const { banner } = localize.messages;
  const mode = state.session.mode ?? 'read-only';
  const [ending, extending, switching] = [isBusy(task, 'end'), isBusy(task, 'extend'), isBusy(task, 'mode')];
  const busy = isBusy(task);
  const end = capabilities?.end === 'sign-out' ? banner.signOut : banner.end;
  const extension = state.record?.extension;
  return html`
    <div part="actions" class="actions">
      <button
        part="end-button"
        class="action main solid"
        type="button"
        aria-keyshortcuts=${shortcut || nothing}
        aria-disabled=${ending ? 'true' : nothing}
        aria-busy=${ending ? 'true' : nothing}
        @click=${model.end}
      >
        ${ending ? banner.ending : end}
      </button>
      ${
        extension && canExtend(model)
          ? html`<button
              part="extend-button"
              class="action"
              type="button"
              title=${banner.extendBy(localize.duration(extension.seconds))}
              aria-disabled=${busy ? 'true' : nothing}
              aria-busy=${extending ? 'true' : nothing}
              @click=${model.extend}
            >
              ${extending ? banner.extending : banner.extend}
            </button>`
          : nothing
      }
      ${
        state.record && state.record.modes.length > 1 && capabilities?.setMode !== false
          ? html`<button
              part="mode-button"
              class="action"
              type="button"
              aria-haspopup=${mode === 'full' ? nothing : 'dialog'}
              aria-disabled=${busy ? 'true' : nothing}
              aria-busy=${switching ? 'true' : nothing}
              @click=${model.switchMode}
            >
              ${
                switching
                  ? banner.switching
                  : html`<span class="long">${mode === 'full' ? banner.toReadOnly : banner.toFull}</span>
                      <span class="short"
                        >${mode === 'full' ? banner.toReadOnlyShort : banner.toFullShort}</span
                      >`
              }
            </button>`
          : nothing
      }
      <button
        part="details-button"
        class="action details-button"
        type="button"
        aria-expanded=${model.showsDetails ? 'true' : 'false'}
        aria-controls=${model.showsDetails ? 'details' : nothing}
        @click=${() => model.toggleDetails()}
      >
        ${banner.details}
      </button>
      ${
        model.collapses
          ? html`<button
              part="collapse-button"
              class="action collapse"
              type="button"
              title=${banner.collapse}
              aria-label=${banner.collapse}
              aria-expanded="true"
              @click=${() => model.become('pill')}
            >
              ${smaller}
            </button>`
          : nothing
      }
    </div>
  `;
}
