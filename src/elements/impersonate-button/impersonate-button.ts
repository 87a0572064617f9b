import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import { ImpersonationFailedEvent } from '../events.js';
import { announce } from '../internal/announce.js';
import { controls, tokens } from '../internal/tokens.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { button } from '../messages/en/button.js';
import { whyUnavailable } from './availability.js';
import { Hint } from './hint.js';
import { styles } from './impersonate-button.styles.js';
import { accessibleName, labelIn } from './label.js';
import type { StartDialog } from './start-dialog.js';
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
 * @csspart acknowledge - The checkbox beside it, where the page asks for one.
 * @csspart conflict - Says what is open already, and has to end first.
 * @csspart end-and-continue - Ends it, and starts.
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
  static override readonly styles = [tokens, controls, styles];

  /** The user to act as. */
  @property({ attribute: 'user-id' }) userId = '';

  /** What people call them. The button's accessible name always contains it. */
  @property({ attribute: 'user-name' }) userName = '';

  /** Shown until the backend has said who they are. */
  @property({ attribute: 'user-email' }) userEmail = '';

  /**
   * How it looks: a button, a link in running text, an entry of a `role="menu"` that the page keeps (which moves the focus
   * by `focus()`, and stays in the page while the dialog is open), or a drawing alone where room is scarce.
   */
  @property({ reflect: true }) variant: 'button' | 'link' | 'menuitem' | 'icon' = 'button';

  /** The form of a case number, as in `<input pattern>`. It can only add to what the server asks for. */
  @property({ attribute: 'case-pattern' }) casePattern = '';

  /** The address of a case, with `{case}` where its number goes. */
  @property({ attribute: 'case-href' }) caseHref = '';

  /** The topics to choose from, separated by `|`; none when empty. The kit's own when it is not set. */
  @property() reasons: string | undefined;

  /** Asks for a tick beside what is recorded, before anything can start. */
  @property({ type: Boolean }) acknowledge = false;

  /** The duration that is chosen at first, in seconds, where it is on offer; otherwise the shortest is. */
  @property({ attribute: 'default-duration', type: Number }) defaultDuration: number | undefined;

  /** Why this user cannot be impersonated, when the page knows already. The button says so instead of asking. */
  @property({ attribute: 'unavailable-reason' }) unavailableReason = '';

  /** How the page is left; for hosts that live in a frame or a desktop shell. */
  @property({ attribute: false }) tabs: Tabs = browserTabs;

  protected readonly localize = new LocalizeController(this, { button });
  @state() private dialog: StartDialog | undefined;

  @query('#trigger') private trigger!: HTMLButtonElement | null;
  @query('#hint') private hint!: HTMLElement | null;

  readonly #hint = new Hint(
    this,
    () => this.trigger && this.hint && { control: this.trigger, hint: this.hint },
  );
  /** Whom the dialog is on its way for. */
  #awaited: string | undefined;

  /** Opens the dialog, as a press does. */
  show(): void {
    const client = this.backend;
    if (!client || this.#whyNot()) {
      this.#hint.show();
      return;
    }
    if (this.dialog || this.#awaited || !this.isConnected) return;
    void this.#open(client);
  }

  /** Closes the dialog and gives up what it was about; not while the backend is being asked to start. */
  hide(): void {
    if (!this.dialog?.busy) this.#forget();
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
    this.mark('open', this.dialog !== undefined);
    this.mark('busy', this.dialog?.busy ?? false);
    this.mark('unavailable', this.#whyNot() !== undefined);
  }

  protected override updated(): void {
    this.dialog?.follow();
  }

  // The drawing stands in the template itself: a template within a template costs a button as much again.
  protected override render(): TemplateResult {
    const { button: messages } = this.localize.messages;
    const ownLabel = labelIn(this);
    const label = accessibleName(ownLabel, this.#name, messages);
    const whyNot = this.#whyNot();
    const menuitem = this.variant === 'menuitem';
    return html`
      <button
        id="trigger"
        part="button"
        class="trigger ${this.variant === 'button' ? 'button' : this.variant}"
        type="button"
        role=${menuitem ? 'menuitem' : nothing}
        tabindex=${menuitem ? -1 : nothing}
        aria-label=${label ?? nothing}
        title=${(this.variant === 'icon' ? label : undefined) ?? nothing}
        aria-haspopup="dialog"
        aria-disabled=${whyNot !== undefined}
        aria-describedby=${whyNot ? 'hint' : nothing}
        @click=${() => this.show()}
        @focus=${this.#onApproach}
        @blur=${() => this.#hint.hide()}
        @pointerenter=${this.#onApproach}
        @pointerleave=${this.#onPointerLeave}
      >
        <span class="icon" part="icon"
          ><slot name="icon"
            ><svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
              stroke-linecap="round"
              stroke-linejoin="round"
              aria-hidden="true"
              focusable="false"
            >
              <path
                d="M6.5 7.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M1.75 14c0-2.6 2-4.25 4.75-4.25q.9 0 1.7.25M10.5 12.25h4m-1.75-1.9 1.9 1.9-1.9 1.9"
              /></svg></slot
        ></span>
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
      ${this.dialog?.render() ?? nothing}
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

  async #open(client: ImpersonationClient): Promise<void> {
    const awaited = (this.#awaited = this.userId);
    try {
      const { StartDialog } = await loadDialog();
      if (this.#awaited === awaited)
        this.dialog = new StartDialog(this, this.localize, client, () => this.#forget());
    } catch (cause) {
      const error = new ImpersonationError('network', { cause });
      announce(this.localize.error(error));
      this.dispatchEvent(new ImpersonationFailedEvent(error));
    } finally {
      if (this.#awaited === awaited) this.#awaited = undefined;
    }
  }

  #forget(): void {
    this.#awaited = undefined;
    const { dialog } = this;
    if (!dialog) return;
    this.dialog = undefined;
    dialog.dispose();
    // Safari focuses no button that is clicked, and what opened it may have had no focus at all.
    if (document.activeElement === document.body || this.shadowRoot?.activeElement) this.focus();
  }

  /** Whoever comes near is told why not, or is about to press. */
  #onApproach(): void {
    if (this.#whyNot()) this.#hint.show();
    else void loadDialog().catch(() => undefined); // the press says so
  }

  #onPointerLeave({ relatedTarget }: PointerEvent): void {
    if (relatedTarget !== this.hint && relatedTarget !== this.trigger && !this.trigger?.matches(':focus'))
      this.#hint.hide();
  }
}

/** Once for all buttons of the page; a browser tries again what it could not get. */
const loadDialog = () => import('./start-dialog.js');
