import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { icons } from './icons.js';
import { shortcutKeys, shortcutLabel } from './keys.js';
import type { FieldLocalize } from './search-view.js';

/** No query is longer (the protocol says so). */
const longest = 200;

export interface FieldModel {
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly busy: boolean;
  /** Whether the list is to be seen, and has somebody in it. */
  readonly expanded: boolean;
  readonly active: number;
  /** As in `Mod+K`; empty where there is none. */
  readonly shortcut: string;
  readonly localize: FieldLocalize;
  /** `composing`: an input method has not finished the word. */
  typed(text: string, composing?: boolean): void;
  pressed(event: KeyboardEvent): void;
  clicked(): void;
  clear(): void;
}

export function fieldView(model: FieldModel): TemplateResult {
  const { text, expanded, active, localize } = model;
  return html`<div class="control">
    ${icons.search}
    <input
      id="input"
      class="field"
      part="input"
      role="combobox"
      type="text"
      inputmode="search"
      enterkeyhint="search"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      maxlength=${longest}
      aria-label=${model.label}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-expanded=${expanded}
      aria-controls=${expanded ? 'list' : nothing}
      aria-activedescendant=${expanded && active >= 0 ? `option-${active}` : nothing}
      aria-required=${model.required}
      aria-invalid=${model.invalid}
      placeholder=${model.placeholder}
      ?disabled=${model.disabled}
      .value=${live(text)}
      aria-keyshortcuts=${model.shortcut ? shortcutKeys(model.shortcut) : nothing}
      @input=${(event: InputEvent) => {
        event.stopPropagation(); // what is typed is not the value
        model.typed(textOf(event), event.isComposing);
      }}
      @compositionend=${(event: Event) => model.typed(textOf(event))}
      @keydown=${model.pressed}
      @click=${model.clicked}
    />
    <span class="spinner" ?hidden=${!model.busy} aria-hidden="true"></span>
    ${
      text && !model.disabled
        ? html`<button
            class="clear"
            part="clear-button"
            type="button"
            tabindex="-1"
            aria-label=${localize.messages.search.clear}
            title=${localize.messages.search.clear}
            @mousedown=${(event: Event) => event.preventDefault()}
            @click=${model.clear}
          >
            ${icons.close}
          </button>`
        : nothing
    }
    ${
      model.shortcut && !text
        ? html`<kbd part="shortcut" aria-hidden="true">${shortcutLabel(model.shortcut)}</kbd>`
        : nothing
    }
  </div>`;
}

const textOf = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement).value;
