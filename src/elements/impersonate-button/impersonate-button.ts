import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import type { ImpersonationClient } from '../../client/client.js';
import { ImpersonationError } from '../../core/errors.js';
import { ImpersonationFailedEvent } from '../events.js';
import { announce } from '../internal/announce.js';
import { tokens } from '../internal/tokens.js';
import { LocalizeController } from '../internal/localize.js';
import { button } from '../messages/en/button.js';
import { whyUnavailable } from './availability.js';
import { ButtonSettings } from './button-settings.js';
import { Hint } from './hint.js';
import { styles } from './impersonate-button.styles.js';
import { accessibleName, labelIn } from './label.js';
import type { StartDialog } from './start-dialog.js';
import { Trigger } from './trigger.js';

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
export class ImpersonateButton extends ButtonSettings {
  static override readonly styles = css`
    ${tokens}${styles}
  `; // one sheet for a thousand roots, not two

  protected readonly localize = new LocalizeController(this, { button });
  @state() private dialog: StartDialog | undefined;

  #trigger: Trigger | undefined;
  #hint: Hint | undefined;
  /** What the page put between the tags, as it was drawn. */
  #label = '';
  /** Why it cannot be used, as it was drawn. */
  #unavailable: string | undefined;
  /** Whom the dialog is on its way for. */
  #awaited: string | undefined;

  /** Opens the dialog, as a press does. */
  show(): void {
    const client = this.backend;
    if (!client || this.#whyNot()) {
      this.#showHint();
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
    this.#trigger?.button.focus(options);
  }

  override click(): void {
    this.#trigger?.button.click();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hint?.forget();
    this.#forget();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#trigger = new Trigger((event) => this.#hear(event));
    root.append(this.#trigger.button);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('userId')) this.#forget(); // a recycled row: never the dialog of the person before
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#unavailable = this.#whyNot();
    this.mark('open', this.dialog !== undefined);
    this.mark('busy', this.dialog?.busy ?? false);
    this.mark('unavailable', this.#unavailable !== undefined);
    super.update(changed);
  }

  /** What only few buttons have beside their trigger. */
  protected override render(): TemplateResult | typeof nothing {
    const { dialog } = this;
    const whyNot = this.#unavailable;
    if (!dialog && !whyNot) return nothing;
    return html`
      ${whyNot ? html`<span id="hint" part="hint" popover="manual">${whyNot}</span>` : nothing}
      ${dialog?.render() ?? nothing}
    `;
  }

  protected override updated(): void {
    const { button: messages } = this.localize.messages;
    this.#label = labelIn(this);
    this.#trigger?.update({
      variant: this.variant,
      label: this.#label ? '' : messages.label,
      name: accessibleName(this.#label, this.userName || this.userId, messages),
      unavailable: this.#unavailable !== undefined,
    });
    this.dialog?.follow();
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

  #hear({ type, target }: Event): void {
    if (type === 'click') this.show();
    else if (type === 'slotchange') this.#onSlotChange(target as HTMLSlotElement);
    // Whoever comes near is told why not, or is about to press.
    else if (this.#unavailable) this.#showHint();
    else void loadDialog().catch(() => undefined); // the press says so
  }

  #onSlotChange(slot: HTMLSlotElement): void {
    if (slot.name) slot.classList.toggle('own', slot.assignedNodes().length > 0);
    else if (labelIn(this) !== this.#label) this.requestUpdate();
  }

  #showHint(): void {
    const hint = this.shadowRoot?.querySelector<HTMLElement>('#hint');
    if (this.#trigger && hint) (this.#hint ??= new Hint()).show(this.#trigger.button, hint);
  }
}

/** Once for all buttons of the page; a browser tries again what it could not get. */
const loadDialog = () => import('./start-dialog.js');
