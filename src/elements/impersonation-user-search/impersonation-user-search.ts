import { LitElement, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import type { UserSummary } from '../../core/protocol.js';
import { FormElement, orEmpty } from '../internal/form-element.js';
import { iconStyles } from '../internal/icon.js';
import { Later, LaterFile } from '../internal/later.js';
import { LocalizeController } from '../internal/localize.js';
import { ShortcutController } from '../internal/shortcut.js';
import { controls, tokens } from '../internal/tokens.js';
import { search } from '../messages/en/search.js';
import { styles } from './impersonation-user-search.styles.js';
import { shortcutKeys } from './keys.js';
import { SearchBox } from './search-box.js';
import { SearchView } from './search-view.js';
import { situations } from './situation.js';
import { Surface } from './surface.js';

const panelFile = new LaterFile(() => import('./panel.js'));

/**
 * Finds a person by a part of their name, e-mail address or organization. Those who cannot be impersonated stay in the
 * list and say why. It only finds: put an `<impersonate-button>` beside it, or use its value in a form.
 *
 * Arrow keys move through the list, Enter chooses, Escape closes the list and then clears the field (as a palette it
 * clears the field and then closes). Whom somebody chose lately comes first. Of them only ids are kept, in this tab.
 *
 * @summary A field that finds the person to act as.
 * @tagname impersonation-user-search
 *
 * @slot empty - More to say where nobody matches, such as a way to invite them.
 * @slot footer - Below the list.
 *
 * @fires {ImpersonationUserSelectedEvent} impersonation-user-selected - Somebody was chosen.
 * @fires {Event} change - The value changed. Does not leave a shadow root, as with native fields.
 * @fires {QueryChangeEvent} query-change - What is looked for changed. Does not bubble.
 * @fires {ToggleEvent} toggle - It was opened or closed; `newState` says which. Does not bubble.
 * @fires {ImpersonationFailedEvent} impersonation-failed - The search was refused, or did not get through.
 *
 * @csspart base - Everything.
 * @csspart trigger - The button that opens the palette.
 * @csspart dialog - The palette.
 * @csspart input - The native field.
 * @csspart clear-button - Empties the field.
 * @csspart close-button - Closes the palette.
 * @csspart shortcut - The keys that lead here.
 * @csspart panel - What hangs below the field.
 * @csspart list - The people.
 * @csspart group-label - The heading above them.
 * @csspart option - A person.
 * @csspart option-active - The person whom Enter chooses.
 * @csspart avatar - Their initials.
 * @csspart name - What they are called.
 * @csspart email - Their e-mail address.
 * @csspart organization - Where they belong.
 * @csspart role - What they may do there.
 * @csspart highlight - What matches, in a name, an address or an organization.
 * @csspart reason - Says why a person cannot be impersonated.
 * @csspart skeleton - Stands for a person who is still to come.
 * @csspart count - The line that counts the people, with its button.
 * @csspart load-more - Loads more of them.
 * @csspart empty - Says that nobody matches.
 * @csspart error - Says why there is nothing, or nothing newer.
 * @csspart error-message - The sentence in it.
 * @csspart retry-button - Tries again.
 * @csspart unsupported - Says that the backend has no list of people.
 * @csspart icon - Any icon.
 *
 * @cssprop [--impersonation-user-search-list-max-block-size=22rem] - How high the list grows before it scrolls.
 * @cssprop [--impersonation-user-search-palette-inline-size=36rem] - The palette's width where there is room.
 *
 * @cssstate open - The list, or the palette, is open.
 * @cssstate unconfigured - There is no client.
 * @cssstate unsupported - The client cannot search.
 * @cssstate idle - Nothing is looked for.
 * @cssstate recents - Nothing is looked for, and somebody was chosen before.
 * @cssstate too-short - Too little is typed to look for.
 * @cssstate loading - An answer is awaited.
 * @cssstate ready - Somebody was found.
 * @cssstate empty - Nobody matches.
 * @cssstate error - The search failed.
 * @cssstate offline - The server cannot be reached.
 * @cssstate forbidden - Whoever is signed in may not search.
 * @cssstate rate-limited - The backend wants to be left alone for a while.
 */
export class ImpersonationUserSearch extends FormElement {
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override readonly styles = [tokens, controls, iconStyles, styles];

  /** A field in the page, or a button that opens a field of its own above the page. */
  @property({ reflect: true }) variant: 'inline' | 'palette' = 'inline';

  /** What the field is called, where no `<label>` of the page says so. "Find a person" when empty. */
  @property({ converter: orEmpty }) label = '';

  /** Stands in the empty field. The kit's own when empty. */
  @property({ converter: orEmpty }) placeholder = '';

  /** The id of the person chosen; empty while nobody is. */
  @property({ converter: orEmpty }) value = '';

  /** Characters to type before anybody is looked for. */
  @property({ type: Number, attribute: 'min-length' }) minLength = 2;

  /** Milliseconds without another key before the backend is asked. */
  @property({ type: Number }) debounce = 150;

  /** People to load at a time: 1 to 200. */
  @property({ type: Number }) limit = 20;

  /** Whether those whom somebody chose lately in this tab come first. */
  @property({ converter: orEmpty }) recents: 'session' | 'off' | '' = 'session';

  /** Keys that lead here from anywhere on the page, as in `Mod+K`; `Mod` is Command on a Mac, Control elsewhere. */
  @property({ converter: orEmpty }) shortcut = '';

  /** What is told of a person besides the name: any of `email`, `organization` and `role`. */
  @property({ converter: orEmpty }) details = 'email organization';

  protected readonly localize = new LocalizeController(this, { search });

  @query('#input') private input!: HTMLInputElement | null;
  @query('#trigger') private trigger!: HTMLButtonElement | null;

  readonly #box = new SearchBox(this, {
    settings: () => this,
    canOpen: () => this.isConnected && !this.isDisabled,
    dispatch: (event) => this.dispatchEvent(event),
    choose: (id) => this.#setValue(id),
    refuse: (user) => this.#panel.part?.sayWhyNot(user),
    submit: () => this.form?.requestSubmit(),
  });
  readonly #panel = new Later(this, panelFile, ({ Panel }) => new Panel(this, this.#box));
  readonly #view = new SearchView(this, this.#box, {
    localize: this.localize,
    label: () => this.labelAround || this.label || this.localize.messages.search.label,
    isDisabled: () => this.isDisabled,
    isInvalid: () => this.isInvalid,
    panel: this.#panel,
  });
  readonly #surface = new Surface(this, this.#box);

  constructor() {
    super();
    new ShortcutController(
      this,
      () => shortcutKeys(this.shortcut),
      () => this.#onShortcut(),
    );
  }

  /** The person chosen; `null` while nobody is, or while the backend has not said who has the id in `value`. */
  get user(): UserSummary | null {
    return this.#box.user;
  }

  /** Opens the list, or the palette. */
  show(): void {
    this.#box.show();
  }

  /** Closes it. */
  hide(): void {
    this.#box.hide();
  }

  /** Chooses nobody, and empties the field. */
  clear(): void {
    this.#box.clear();
  }

  override focus(options?: FocusOptions): void {
    (this.trigger ?? this.input)?.focus(options);
  }

  override formResetCallback(): void {
    this.clear();
    super.formResetCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // it may come back to another provider
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#box.follow(this.isConnected ? this.backend : undefined, changed.has('value'));
  }

  protected override update(changed: PropertyValues): void {
    this.#surface.whileDrawing(() => super.update(changed));
  }

  protected override updated(): void {
    const { situation, open, query } = this.#box;
    const opened = open && !this.internals.states.has('open');
    // An answer that cannot be shown yet is still awaited.
    const seen = query && this.#panel.isComing ? 'loading' : situation;
    for (const name of situations) this.mark(name, name === seen);
    this.mark('open', open);
    this.#tellForm();
    this.#surface.follow();
    this.#panel.part?.say(this.#box, this.minLength);
    if (situation !== 'unconfigured' && situation !== 'unsupported') this.#panel.want(opened);
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#view.render(this.#surface);
  }

  #setValue(id: string): void {
    this.value = id;
    this.#tellForm(); // before anybody listens
  }

  #tellForm(): void {
    this.tellForm(this.localize.messages.search.required, this.trigger ?? this.input);
  }

  #onShortcut(): void {
    if (this.isDisabled) return;
    if (this.variant === 'inline') this.input?.focus();
    this.show();
  }
}
