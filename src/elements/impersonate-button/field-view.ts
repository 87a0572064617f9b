/**
 * The form's kinds of field, each with its label, its hint and its problem tied to it.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';

import { icons } from './icons.js';

interface TextField {
  readonly id: string;
  readonly label: string;
  readonly optional?: string | undefined;
  readonly problem?: string | undefined;
  readonly hint?: string;
  readonly count?: string;
  /** Whether the count is over its limit. */
  readonly over?: boolean;
  readonly control: (tie: { describedBy: string | undefined; invalid: boolean }) => TemplateResult;
}

export function fieldView({ id, label, optional, problem, hint, count, over, control }: TextField) {
  const ids = [problem && `${id}-problem`, hint && `${id}-hint`, count && `${id}-count`].filter(Boolean);
  const describedBy = ids.length ? ids.join(' ') : undefined;
  return html`
    <div class="entry" part="field">
      <label for=${id}>${label} ${optionalView(optional)}</label>
      ${control({ describedBy, invalid: problem !== undefined })}
      ${
        problem
          ? html`<p class="problem" part="error" id="${id}-problem">${icons.alert} ${problem}</p>`
          : nothing
      }
      ${
        hint || count
          ? html`
              <p class="hints">
                <span id="${id}-hint">${hint}</span>
                <span id="${id}-count" class=${over ? 'over' : ''}>${count}</span>
              </p>
            `
          : nothing
      }
    </div>
  `;
}

interface Choice<Value> {
  readonly name: string;
  readonly legend: string;
  readonly optional?: string;
  readonly chosen: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
    readonly icon?: TemplateResult;
  }[];
  readonly choose: (value: Value) => void;
}

/** The inside of a fieldset. One of a few: native radio buttons, so that arrow keys and screen readers know what to do. */
export function choicesView<Value extends string | number>(
  group: Choice<Value> & { readonly look: 'chips' | 'cards' | 'segments' },
): TemplateResult {
  const { name, legend, optional, chosen, options, choose, look } = group;
  return html`
    <legend>${legend} ${optionalView(optional)}</legend>
    <div class=${look}>
      ${options.map(
        ({ value, label, hint, icon }, at) => html`
          <label>
            <input
              type="radio"
              name=${name}
              value=${value}
              aria-labelledby=${hint ? `${name}-${at}` : nothing}
              aria-describedby=${hint ? `${name}-${at}-hint` : nothing}
              .checked=${value === chosen}
              @change=${() => choose(value)}
            />
            ${icon ?? nothing}
            <span>
              <span id="${name}-${at}">${label}</span>
              ${hint ? html`<small id="${name}-${at}-hint">${hint}</small>` : nothing}
            </span>
          </label>
        `,
      )}
    </div>
  `;
}

/** One of many. */
export function selectView(
  group: Choice<string> & { readonly placeholder: string; readonly disabled: boolean },
): TemplateResult {
  const { name, legend, optional, chosen, options, choose, placeholder, disabled } = group;
  return html`
    <div class="entry">
      <label for=${name}>${legend} ${optionalView(optional)}</label>
      <select
        id=${name}
        class="field"
        ?disabled=${disabled}
        @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!chosen}>${placeholder}</option>
        ${options.map(
          ({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
        )}
      </select>
    </div>
  `;
}

const optionalView = (optional: string | undefined) =>
  optional ? html`<span class="optional">${optional}</span>` : nothing;
