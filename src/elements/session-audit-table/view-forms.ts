import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Messages } from '../messages/en.js';

interface NameForm {
  readonly words: Messages['views'];
  readonly typed: string;
  /** The name that was given is another view's already. */
  readonly taken: string | null;
  type(name: string): void;
  /** Never with an empty name. */
  submit(name: string): void;
}

/** Another name for a view. */
export function renameForm(form: NameForm & { readonly name: string; cancel(): void }): TemplateResult {
  const { words, name, taken } = form;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation(); // the panel stays open
    form.cancel();
  };
  return html`<form class="name" @submit=${onSubmit(form)} @keydown=${onKeyDown}>
    ${nameField(form, 'rename', words.newName({ name }))}
    <button class="button small primary" part="submit-button">${words.save}</button>
    ${takenNote(words, taken)}
  </form>`;
}

/** A name for what the table looks like now. A view that has it already can be replaced. */
export function saveForm(form: NameForm & { replace(name: string): void }): TemplateResult {
  const { words, taken } = form;
  return html`<form class="name" @submit=${onSubmit(form)}>
    <label class="filter-label" for="view-name">${words.saveAs}</label>
    ${nameField(form, 'view-name')}
    <button class="button small" part="submit-button">${words.save}</button>
    ${takenNote(words, taken)}
    ${
      taken === null
        ? nothing
        : html`<button
            class="button small"
            part="replace-button"
            type="button"
            @click=${() => form.replace(taken)}
          >
            ${words.replace}
          </button>`
    }
  </form>`;
}

function nameField(form: NameForm, name: string, label?: string) {
  return html`<input
    class="field"
    part="field"
    id=${name}
    name=${name}
    aria-label=${label ?? nothing}
    maxlength="80"
    required
    autocomplete="off"
    .value=${live(form.typed)}
    @input=${({ target }: Event) => form.type((target as HTMLInputElement).value)}
  />`;
}

const takenNote = (words: NameForm['words'], name: string | null) =>
  name === null ? nothing : html`<p class="second" role="alert">${words.taken({ name })}</p>`;

/** What is in the field then, since what was typed may be known only there. */
const onSubmit = (form: NameForm) => (event: Event) => {
  event.preventDefault();
  const field = (event.target as HTMLFormElement).querySelector('input');
  const name = field?.value.trim();
  if (name) form.submit(name);
};
