import { html, nothing, type TemplateResult } from 'lit';

import { keptList } from '../../client/kept-list.js';
import { announce } from '../internal/announce.js';
import { dress } from '../internal/dress.js';
import { icon } from '../internal/icon.js';
import type { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import type { Messages } from '../messages/en.js';
import { record } from '../messages/en/record.js';
import { views } from '../messages/en/views.js';
import { icons } from './icons.js';
import { inlineErrorStyles } from './inline-error.styles.js';
import { Keeping } from './keeping.js';
import { menuItemStyles } from './menu-item.styles.js';
import { isShown, lookOf, sameName, type SavedView, type ViewStore } from './saved-view.js';
import type { Views, ViewWishes } from './viewing.js';
import { renameForm, saveForm } from './view-forms.js';
import { viewsNotice } from './views-notice.js';
import { viewStyles } from './views.styles.js';

const tickIcon = icon('m3.5 8.5 3 3 6-7');

/** Views that the kit has for everybody. */
const kitViews = ({ fixed }: Messages['views']): readonly SavedView[] => [
  { name: fixed.active, query: 'status:active', period: 'all' },
  { name: fixed.full, query: 'mode:full' },
  { name: fixed.cut, query: 'cause:revoked,revoked-by-subject,actor-lost-right,subject-protected' },
  { name: fixed.week, period: '7d' },
];

const browserViews: ViewStore = keptList<SavedView>('impersonation-kit:views:1');

/** Which views there are, and what can be done with one's own. */
export class ViewsPanel {
  readonly #host: KitElement;
  readonly #wishes: ViewWishes;
  readonly #localize: LocalizeController<'record' | 'views'>;
  #store: ViewStore | null | undefined;
  #keeping: Keeping | null = null;
  /** The view that was chosen last. */
  #used: SavedView | null = null;
  /** What is being typed as the name of a new view, and of the one that is renamed. */
  #draft = '';
  #renaming: { readonly from: string; to: string } | null = null;
  /** A name that is another view's already. */
  #taken: string | null = null;

  constructor(host: KitElement, wishes: ViewWishes) {
    this.#host = host;
    this.#wishes = wishes;
    this.#localize = new LocalizeController(host, { record, views });
    dress(host, inlineErrorStyles, menuItemStyles, viewStyles);
  }

  /** The name of the view that is used, and whether the table was changed since. */
  label(): unknown {
    const used = this.#used;
    if (!used) return nothing;
    const changed = html` <span class="changed" part="view-changed"
      ><span class="visually-hidden">${this.#words.changed}</span></span
    >`;
    return html`: <bdi class="view-name">${used.name}</bdi>${
        isShown(used, this.#wishes.look()) ? nothing : changed
      }`;
  }

  get #words() {
    return this.#localize.messages.views;
  }

  render(view: Views): TemplateResult {
    const keeping = this.#keep();
    const fixed = this.#wishes.fixed() ?? kitViews(this.#words);
    return html`<div
      class="panel end"
      part="panel"
      role="group"
      tabindex="-1"
      aria-label=${view.localize.messages.table.views}
    >
      <ul class="views">
        ${fixed.map((one) => html`<li class="view">${this.#choose(view, one)}</li>`)}
      </ul>
      ${keeping ? this.#renderOwn(view, keeping) : nothing}
    </div>`;
  }

  #keep(): Keeping | null {
    const store = this.#wishes.store();
    if (store !== this.#store || (!this.#keeping && store !== null)) {
      this.#store = store;
      this.#keeping =
        store === null ? null : new Keeping(store ?? browserViews, () => this.#host.requestUpdate());
      void this.#keeping?.load();
    }
    return this.#keeping;
  }

  #choose({ disclosure }: Views, one: SavedView) {
    const shown = isShown(one, this.#wishes.look());
    const onClick = () => {
      this.#used = one;
      disclosure.close();
      this.#wishes.show(lookOf(one, this.#wishes.look()));
      this.#host.requestUpdate();
    };
    return html`<button class="menu-item" part="view" type="button" aria-current=${shown} @click=${onClick}>
      <bdi>${one.name}</bdi>${shown ? tickIcon : nothing}
    </button>`;
  }

  #renderOwn(view: Views, keeping: Keeping) {
    const words = this.#words;
    return html`<p class="filter-label">${words.own}</p>
      ${
        keeping.views?.length
          ? html`<ul class="views">
              ${keeping.views.map((one) => html`<li class="view">${this.#renderOne(view, keeping, one)}</li>`)}
            </ul>`
          : keeping.views
            ? html`<p class="second">${words.none}</p>`
            : nothing
      }
      ${this.#renderNotice(keeping)} ${this.#renderSave(keeping)}`;
  }

  #renderOne(view: Views, keeping: Keeping, one: SavedView) {
    const words = this.#words;
    const { name } = one;
    if (this.#renaming && sameName(this.#renaming.from, name)) return this.#renderRename(keeping, one);
    const rename = () => {
      this.#renaming = { from: name, to: name };
      this.#taken = null;
      this.#focus('[name=rename]');
    };
    const remove = async () => {
      if (!(await keeping.remove(name))) return;
      if (this.#isUsed(name)) this.#used = null;
      announce(words.deleted({ name }));
      this.#focus('[part=undo-button]');
    };
    const icon = (part: string, label: string, picture: TemplateResult, act: () => void) =>
      html`<button class="more" part=${part} type="button" aria-label=${label} title=${label} @click=${act}>
        ${picture}
      </button>`;
    const changed = this.#isUsed(name) && !isShown(one, this.#wishes.look());
    return html`${this.#choose(view, one)}
    ${icon('rename-button', words.rename({ name }), icons.pencil, rename)}
    ${icon('delete-button', words.delete({ name }), icons.close, () => void remove())}
    ${
      changed
        ? html`<button
            class="button small"
            part="update-button"
            type="button"
            @click=${() => void this.#save(keeping, name)}
          >
            ${words.update({ name })}
          </button>`
        : nothing
    }`;
  }

  #renderRename(keeping: Keeping, { name }: SavedView) {
    const done = () => {
      this.#renaming = null;
      this.#taken = null;
      this.#focus('[part=rename-button]');
    };
    const rename = async (to: string) => {
      const other = keeping.find(to);
      if (other && other.name !== name) {
        this.#taken = to;
        this.#host.requestUpdate();
        return;
      }
      if (!(await keeping.rename(name, to))) return;
      if (this.#isUsed(name)) this.#used = keeping.find(to) ?? null;
      done();
    };
    return renameForm({
      words: this.#words,
      name,
      typed: this.#renaming?.to ?? name,
      taken: this.#taken,
      type: (to) => (this.#renaming = { from: name, to }),
      submit: (to) => void rename(to),
      cancel: done,
    });
  }

  #renderSave(keeping: Keeping) {
    const taken = this.#renaming || this.#taken === null ? undefined : keeping.find(this.#taken)?.name;
    return saveForm({
      words: this.#words,
      typed: this.#draft,
      taken: taken ?? null,
      type: (name) => {
        this.#draft = name;
        this.#taken = null;
        this.#host.requestUpdate();
      },
      submit: (name) => {
        this.#taken = keeping.find(name) ? name : null;
        if (this.#taken === null) void this.#save(keeping, name);
        else this.#host.requestUpdate();
      },
      replace: (name) => void this.#save(keeping, name),
    });
  }

  #renderNotice(keeping: Keeping) {
    const undo = async () => {
      if (await keeping.restore()) this.#focus('[name=view-name]');
    };
    return viewsNotice(this.#localize, keeping, () => void undo());
  }

  #isUsed(name: string): boolean {
    return this.#used !== null && sameName(this.#used.name, name);
  }

  async #save(keeping: Keeping, name: string): Promise<void> {
    const view = { name, ...this.#wishes.look() };
    if (!(await keeping.save(view))) return;
    this.#used = view;
    this.#draft = '';
    this.#taken = null;
    announce(this.#words.saved({ name }));
    this.#focus('[name=view-name]');
  }

  #focus(selector: string): void {
    this.#host.requestUpdate();
    this.#wishes.focus(selector);
  }
}
