import { html, nothing, type TemplateResult } from 'lit';

import { ImpersonationError } from '../../core/errors.js';
import type { Later } from '../internal/later.js';
import type { LocalizeController } from '../internal/localize.js';
import type { search } from '../messages/en/search.js';
import { fieldView } from './field-view.js';
import { icons } from './icons.js';
import { moveOf } from './keys.js';
import type { Detail } from './option-view.js';
import { paletteView } from './palette-view.js';
import type { Panel } from './panel.js';
import type { SearchBox } from './search-box.js';
import { anchored, type Surface } from './surface.js';

interface Look {
  readonly variant: 'inline' | 'palette';
  readonly placeholder: string;
  readonly shortcut: string;
  readonly details: string;
  readonly minLength: number;
  readonly value: string;
  readonly required: boolean;
}

/** The words of the field, which come with it. */
export type FieldLocalize = LocalizeController<never, { readonly search: typeof search }>;

interface Around {
  readonly localize: FieldLocalize;
  readonly panel: Pick<Later<unknown, Panel>, 'part' | 'failed'>;
  label(): string;
  isDisabled(): boolean;
  isInvalid(): boolean;
}

/** Puts the field, the panel and the palette together, and hands on what is done with them. */
export class SearchView {
  readonly #look: Look;
  readonly #box: SearchBox;
  readonly #around: Around;

  constructor(look: Look, box: SearchBox, around: Around) {
    this.#look = look;
    this.#box = box;
    this.#around = around;
  }

  render(surface: Surface): TemplateResult | typeof nothing {
    const { situation, text } = this.#box;
    const { localize } = this.#around;
    if (situation === 'unconfigured') return nothing;
    if (situation === 'unsupported') {
      const { unsupported } = localize.messages.search;
      return html`<p class="unsupported" part="unsupported">${icons.search}${unsupported}</p>`;
    }
    const { variant, value, shortcut } = this.#look;
    const field = this.#field(surface);
    const panel = this.#panel(surface);
    if (variant === 'inline') {
      return html`<div class="base" part="base" @focusout=${surface.onFocusOut}>${field}${panel}</div>`;
    }
    const palette = paletteView({
      label: this.#around.label(),
      chosen: value ? text : '',
      shortcut,
      disabled: this.#around.isDisabled(),
      backdrop: surface.backdrop,
      field,
      panel,
      localize,
      show: () => this.#box.show(),
      hide: () => this.#box.hide(),
    });
    return html`<div class="base" part="base">${palette}</div>`;
  }

  #field(surface: Surface): TemplateResult {
    const box = this.#box;
    const { variant, placeholder, required, shortcut, value } = this.#look;
    const { localize, label, isDisabled, isInvalid } = this.#around;
    const { phase } = box.found;
    return fieldView({
      text: box.text,
      label: label(),
      placeholder: placeholder || localize.messages.search.placeholder,
      disabled: isDisabled(),
      required,
      invalid: isInvalid(),
      busy: phase.is === 'loading' && phase.slow,
      expanded: this.#around.panel.part !== undefined && box.shown && box.people.length > 0,
      active: box.active,
      shortcut: variant === 'inline' ? shortcut : '',
      localize,
      typed: (text, composing) => box.type(text, composing),
      pressed: (event) => this.#onKeydown(event),
      clicked: () => {
        if (value) surface.input?.select();
        box.show();
      },
      clear: () => {
        surface.input?.focus();
        box.type('');
      },
    });
  }

  #panel(surface: Surface): TemplateResult | typeof nothing {
    const box = this.#box;
    const { part, failed } = this.#around.panel;
    if (!part) return failed && box.open ? this.#missing() : nothing;
    const { variant, minLength, details } = this.#look;
    const view = part.view({
      situation: box.situation,
      people: box.shown ? box.people : [],
      found: box.found,
      query: box.query,
      minLength,
      active: box.active,
      details: details.split(/\s+/).filter(isDetail),
      choose: (user) => box.choose(user),
      more: () => void box.found.more(),
      retry: () => {
        surface.input?.focus(); // the button goes away
        void box.found.retry();
      },
    });
    if (variant === 'palette') return html`<div id="panel" class="panel within" part="panel">${view}</div>`;
    return anchored()
      ? html`<div id="panel" class="panel" part="panel" popover="manual">${view}</div>`
      : html`<div id="panel" class="panel" part="panel" ?hidden=${!box.shown}>${view}</div>`;
  }

  /** Without what hangs below it, the field finds nobody. */
  #missing(): TemplateResult {
    const message = this.#around.localize.error(new ImpersonationError('network'));
    return html`<p class="unsupported" part="error" role="alert">${message}</p>`;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const box = this.#box;
    const move = moveOf(event);
    if (move && (box.open || event.key.startsWith('Arrow'))) box.move(move);
    else if (event.key === 'Enter') box.enter();
    else if (event.key !== 'Escape' || !box.escape()) return;
    event.preventDefault();
  }
}

const isDetail = (detail: string): detail is Detail => ['email', 'organization', 'role'].includes(detail);
