import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { controls, tokens } from '../internal/tokens.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { button } from '../messages/en/button.js';
import { whyUnavailable } from './availability.js';
import { Backdrop } from '../internal/backdrop.js';
import { dialogView, screenOf } from './dialog-view.js';
import { dialogStyles } from './dialog.styles.js';
import { formStyles } from './form.styles.js';
import { Hint } from './hint.js';
import { icons } from './icons.js';
import { styles } from './impersonate-button.styles.js';
import { accessibleName, labelIn } from './label.js';
import { StartFlow } from './start-flow.js';
import { browserTabs, type Tabs } from './tabs.js';

/**
 * Lets an admin act as one of their users: asks for a reason, a duration and a kind of access, says what is recorded and
 * who is told, and opens the impersonation in a tab of its own. The admin's own tab stays as it is.
 *
 * Where it cannot be used it stays in reach of the keyboard and says why.
 *
 * @summary A button that opens the dialog in which an impersonation is started.
 * @tagname impersonate-button
 *
 * @slot - The label. "Impersonate" when empty.
 * @slot icon - Replaces the drawing.
 *
 * @fires {ImpersonationStartEvent} impersonation-start - Before the backend is asked; cancelable.
 * @fires {ImpersonationStartedEvent} impersonation-started - The backend started it, and its tab was asked for.
 * @fires {ImpersonationStepUpEvent} impersonation-step-up - The backend wants a fresh sign-in first. Give
 *   `respondWith()` the promise of one, and the same start is sent again; without an answer the dialog says what to do.
 * @fires {ImpersonationFailedEvent} impersonation-failed - The backend refused, or was out of reach.
 *
 * @csspart button - The native button.
 * @csspart icon - The drawing in it.
 * @csspart label - The label in it.
 * @csspart hint - Says why the button cannot be used.
 * @csspart dialog - The native dialog.
 * @csspart header - Its title and its close button.
 * @csspart summary - Who it is about.
 * @csspart field - Each field with its label, hint and problem.
 * @csspart category - The choice of a topic.
 * @csspart reason - The text area of the reason.
 * @csspart case-number - The input of the case number.
 * @csspart mode - The choice of access.
 * @csspart duration - The choice of a duration.
 * @csspart disclosure - What is recorded, and who is told.
 * @csspart step-up - Says that a fresh sign-in is needed.
 * @csspart error - Each sentence that says what is wrong.
 * @csspart cancel - The button that closes without starting.
 * @csspart submit - The button that starts.
 *
 * @cssprop [--impersonate-button-background=var(--ik-color-surface)] - The button's background.
 * @cssprop [--impersonate-button-color=var(--ik-color-text)] - The button's text and drawing.
 * @cssprop [--impersonate-button-border-color=var(--ik-color-control-border)] - The button's border.
 * @cssprop [--impersonate-dialog-inline-size=34rem] - The dialog's width where there is room.
 * @cssprop [--impersonate-dialog-backdrop=rgb(10 12 18 / 55%)] - What covers the page behind the dialog.
 *
 * @cssstate open - The dialog is open.
 * @cssstate busy - The backend is being asked to start.
 * @cssstate unavailable - The button cannot be used, and says why.
 */
export class ImpersonateButton extends KitElement {
  static override readonly styles = [tokens, controls, styles, dialogStyles, formStyles];

  /** The user to act as. */
  @property({ attribute: 'user-id' }) userId = '';

  /** What people call them. The button's accessible name always contains it. */
  @property({ attribute: 'user-name' }) userName = '';

  /** Shown until the backend has said who they are. */
  @property({ attribute: 'user-email' }) userEmail = '';

  /** How it looks: a button, a link in running text, or a drawing alone where room is scarce. */
  @property({ reflect: true }) variant: 'button' | 'link' | 'icon' = 'button';

  /** The form of a case number, as in `<input pattern>`. It can only add to what the server asks for. */
  @property({ attribute: 'case-pattern' }) casePattern = '';

  /** The address of a case, with `{case}` where its number goes. */
  @property({ attribute: 'case-href' }) caseHref = '';

  /** The topics to choose from, separated by `|`; none when empty. The kit's own when it is not set. */
  @property() reasons: string | undefined;

  /** The duration that is chosen at first, in seconds, where it is on offer; otherwise the shortest is. */
  @property({ attribute: 'default-duration', type: Number }) defaultDuration: number | undefined;

  /** Why this user cannot be impersonated, when the page knows already. The button says so instead of asking. */
  @property({ attribute: 'unavailable-reason' }) unavailableReason = '';

  /** How the page is left; for hosts that live in a frame or a desktop shell. */
  @property({ attribute: false }) tabs: Tabs = browserTabs;

  protected readonly localize = new LocalizeController(this, { button });
  @state() private flow: StartFlow | undefined;

  @query('#trigger') private trigger!: HTMLButtonElement | null;
  @query('#hint') private hint!: HTMLElement | null;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  readonly #hint = new Hint(
    this,
    () => this.trigger && this.hint && { control: this.trigger, hint: this.hint },
  );
  #screen: string | undefined;
  readonly #backdrop = new Backdrop();
  #lingering: ReturnType<typeof setTimeout> | undefined;

  /** Opens the dialog, as a press does. */
  show(): void {
    const client = this.backend;
    if (!client || this.#whyNot()) {
      this.#hint.show();
      return;
    }
    if (this.flow || !this.isConnected) return;
    this.flow = new StartFlow({
      client,
      userId: this.userId,
      preferredDuration: this.defaultDuration,
      casePattern: this.casePattern,
      tabs: this.tabs,
      dispatch: (event) => this.dispatchEvent(event),
      changed: () => this.requestUpdate(),
    });
    void this.flow.load();
  }

  /** Closes the dialog and gives up what it was about; not while the backend is being asked to start. */
  hide(): void {
    if (!this.flow?.busy) this.#forget();
  }

  override focus(options?: FocusOptions): void {
    this.trigger?.focus(options);
  }

  override click(): void {
    this.trigger?.click();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('userId')) this.#forget(); // a recycled row: never the dialog of the person before
    this.mark('open', this.flow !== undefined);
    this.mark('busy', this.flow?.busy ?? false);
    this.mark('unavailable', this.#whyNot() !== undefined);
  }

  protected override updated(): void {
    const { dialog, flow } = this;
    if (!dialog || !flow) return;
    const screen = screenOf(flow);
    if (screen === this.#screen) return;
    if (this.#screen === undefined) dialog.showModal();
    this.#screen = screen;
    const first =
      dialog.querySelector<HTMLElement>('[data-first]') ?? dialog.querySelector<HTMLElement>('h2');
    if (!dialog.querySelector('.close:focus-visible')) first?.focus();
    if (screen === 'opened') this.#lingering = setTimeout(() => this.hide(), this.tabs.lingering);
  }

  protected override render(): TemplateResult {
    const { button: messages } = this.localize.messages;
    const ownLabel = labelIn(this);
    const label = accessibleName(ownLabel, this.#name, messages);
    const whyNot = this.#whyNot();
    return html`
      <button
        id="trigger"
        part="button"
        class="trigger ${this.variant === 'button' ? 'button' : this.variant}"
        type="button"
        aria-label=${label ?? nothing}
        title=${(this.variant === 'icon' ? label : undefined) ?? nothing}
        aria-haspopup="dialog"
        aria-disabled=${whyNot !== undefined}
        aria-describedby=${whyNot ? 'hint' : nothing}
        @click=${() => this.show()}
        @focus=${() => this.#hint.show()}
        @blur=${() => this.#hint.hide()}
        @pointerenter=${() => this.#hint.show()}
        @pointerleave=${this.#onPointerLeave}
      >
        <span class="icon" part="icon"><slot name="icon">${icons.impersonate}</slot></span>
        <span class="label" part="label"
          ><slot @slotchange=${() => this.requestUpdate()}></slot>${ownLabel ? nothing : messages.label}</span
        >
      </button>
      ${
        whyNot
          ? html`<span id="hint" part="hint" popover="manual" @pointerleave=${this.#onPointerLeave}
              >${whyNot}</span
            >`
          : nothing
      }
      ${this.flow ? this.#dialogView(this.flow) : nothing}
    `;
  }

  #dialogView(flow: StartFlow): TemplateResult {
    const { categories } = this.localize.messages.button;
    // What is typed and pressed in here is nobody else's: a page's shortcuts and clickable rows must not hear it.
    return html`
      <dialog
        part="dialog"
        aria-labelledby="title"
        @cancel=${this.#onCancel}
        @close=${this.#onClose}
        @pointerdown=${this.#backdrop.onPointerDown}
        @click=${this.#onClick}
        @keydown=${this.#onKeydown}
        @keyup=${stop}
        @keypress=${stop}
        @input=${stop}
      >
        ${dialogView({
          flow,
          localize: this.localize,
          name: flow.user?.name ?? this.#name,
          email: this.userEmail,
          categories: this.reasons === undefined ? categories : splitTopics(this.reasons),
          caseHref: this.caseHref,
          close: () => this.hide(),
          submit: (event) => void this.#submit(flow, event),
        })}
      </dialog>
    `;
  }

  get #name(): string {
    return this.userName || this.userId;
  }

  #whyNot(): string | undefined {
    if (this.unavailableReason) return this.unavailableReason;
    const { backend: client, userId } = this;
    const tabState = this.around.tab && this.tabState;
    return whyUnavailable({ client, userId, tabState }, this.localize.messages.button);
  }

  async #submit(flow: StartFlow, event: Event): Promise<void> {
    event.preventDefault();
    await flow.submit();
    await this.updateComplete;
    this.dialog?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #forget(): void {
    if (!this.flow) return;
    clearTimeout(this.#lingering);
    this.#screen = undefined;
    this.flow.dispose();
    this.flow = undefined;
    this.dialog?.close(); // gives the focus back, which removing it would not
    // Safari focuses no button that is clicked, and what opened it may have had no focus at all.
    if (document.activeElement === document.body || this.shadowRoot?.activeElement) this.focus();
  }

  #onPointerLeave({ relatedTarget }: PointerEvent): void {
    if (relatedTarget !== this.hint && relatedTarget !== this.trigger && !this.trigger?.matches(':focus'))
      this.#hint.hide();
  }

  #onCancel(event: Event): void {
    event.preventDefault();
    this.hide();
  }

  #onClose(): void {
    if (!this.dialog?.open) this.#forget(); // a browser may close it without asking; and it may be open again
  }

  #onClick(event: MouseEvent): void {
    event.stopPropagation();
    if (this.#backdrop.wasPressed(event) && !this.flow?.touched) this.hide();
  }

  #onKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    // A second Escape in a row closes a dialog whatever its `cancel` event is told, unless the key itself is held back.
    if (event.key === 'Escape' && this.flow?.busy) event.preventDefault();
  }
}

const stop = (event: Event) => event.stopPropagation();

const splitTopics = (topics: string) =>
  topics
    .split('|')
    .map((topic) => topic.trim())
    .filter(Boolean);
