import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { ImpersonationAllowedEvent, ImpersonationAllowEvent, ImpersonationBlockedEvent } from '../events.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { tokens } from '../internal/tokens.js';
import { guard } from '../messages/en/guard.js';
import { activationOf, isAgain } from './activation.js';
import { ControlHold } from './control-hold.js';
import { styles } from './impersonation-guard.styles.js';
import { heldEvents, ruleOn } from './interception.js';
import { KeptValues } from './kept-values.js';
import { NoteController } from './note.js';
import { warnAboutShadows } from './shadows.js';
import { isConfirmable, reasonFor, verdictOn, type Verdict, type When } from './verdict.js';

/**
 * **Not a security boundary**: it tells an admin beforehand what the server would refuse anyway, and nothing more. Whoever
 * can run a script can get around it, so the handler behind each guarded control must refuse by itself.
 *
 * Where nobody is impersonated it does nothing at all. While it holds, what stands inside it stays visible and
 * focusable, says that it is disabled and why, and does nothing when it is operated; a note opens instead. It holds too
 * while it is not known who is signed in, and once an impersonation is over. What other elements keep in their own shadow
 * roots cannot be marked as disabled, but is held all the same, and the console names them. Of guards in one another the
 * strictest wins.
 *
 * @summary Explains what cannot be done while impersonating, before it is tried.
 * @tagname impersonation-guard
 *
 * @slot - What is guarded: buttons, links, fields, a whole form.
 * @slot fallback - Stands there instead, with `behavior="replace"`. The reason when empty.
 * @slot note - Says why in words of your own. Real text, in one element.
 *
 * @fires {ImpersonationBlockedEvent} impersonation-blocked - Somebody tried to do what is held.
 * @fires {ImpersonationAllowEvent} impersonation-allow - Before something is let through for a reason; cancelable.
 * @fires {ImpersonationAllowedEvent} impersonation-allowed - One thing was let through, for a reason.
 *
 * @csspart note - The note that opens, or stands beside what is held.
 * @csspart note-icon - The lock in it.
 * @csspart dialog - The dialog that asks for a reason.
 *
 * @cssprop [--ik-guard-opacity=0.6] - How faint the controls directly inside it are while it holds.
 *
 * @cssstate blocked - It holds.
 * @cssstate explains - It holds, and keeps everything in sight.
 */
export class ImpersonationGuard extends KitElement {
  static override readonly styles = [tokens, styles];

  /** The host's own name for what is guarded, such as `billing.update`. Told with `impersonation-blocked`. */
  @property() action = '';

  /**
   * When it holds: `read-only`, while the access is read-only, for what changes things; `impersonating`, whatever the
   * access, for what is for the person alone; `ended`, once it is over; `not-impersonating`, unless somebody is
   * impersonated.
   */
  @property() when: When = 'read-only';

  /** Whether it holds while it is not known who is signed in. */
  @property() unknown: 'block' | 'allow' = 'block';

  /**
   * What it does while it holds: `explain` keeps everything in sight and says why when it is operated, `inert` takes it
   * out of reach with the reason beside it, `replace` puts the `fallback` in its place, `hide` takes it off the page.
   * `confirm` lets buttons, links and forms through one at a time, for a reason that is typed, where the access is full
   * and the guard is for `impersonating`; elsewhere it explains.
   */
  @property({ reflect: true }) behavior: 'explain' | 'inert' | 'hide' | 'replace' | 'confirm' = 'explain';

  protected readonly localize = new LocalizeController(this, { guard });
  #verdict: Verdict | null = null;
  readonly #note = new NoteController(this);
  readonly #controls = new ControlHold(this, (control) => this.#isOwn(control));
  readonly #values = new KeptValues();
  #asking = false;

  constructor() {
    super();
    for (const type of heldEvents) this.addEventListener(type, this.#intercept, true);
    this.addEventListener('focusin', this.#values.remember, true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // where no provider answers, nothing else does
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  protected override willUpdate(): void {
    this.#verdict = this.#judge();
    this.mark('blocked', this.#verdict !== null);
    this.mark('explains', this.#verdict !== null && this.#explains(this.#verdict));
  }

  protected override updated(): void {
    const verdict = this.isConnected ? this.#verdict : null;
    if (verdict === null || this.behavior === 'hide') this.#release();
    else if (this.#explains(verdict)) this.#engage(verdict);
    else {
      this.#release();
      if (this.behavior !== 'confirm') this.#note.say(this.#reasonFor(verdict));
    }
  }

  protected override render(): TemplateResult {
    const reason = html`${lock}<slot name="note"></slot>`;
    const beside = html`<span part="note" class="beside">${reason}</span>`;
    if (this.#verdict !== null && this.behavior === 'inert')
      return html`<slot inert class="out-of-reach"></slot>${beside}`;
    if (this.#verdict !== null && this.behavior === 'replace')
      return html`<slot name="fallback">${beside}</slot>`;
    return html`<slot></slot>
      <div part="note" class="note" popover="auto">${reason}</div>`;
  }

  #judge(): Verdict | null {
    return verdictOn(this.tabState, this, this.now());
  }

  #reasonFor(verdict: Verdict): string {
    return reasonFor(verdict, this.tabState, this.localize.messages);
  }

  /** Whether it keeps everything in sight, and says why nothing happens. */
  #explains(verdict: Verdict): boolean {
    return this.behavior === 'explain' || (this.behavior === 'confirm' && !this.#confirms(verdict));
  }

  #confirms(verdict: Verdict): boolean {
    return this.behavior === 'confirm' && isConfirmable(verdict, this.tabState);
  }

  #engage(verdict: Verdict): void {
    this.#note.say(this.#reasonFor(verdict));
    this.#controls.engage(this.#note.id);
    warnAboutShadows(this);
  }

  #release(): void {
    this.#controls.release();
    this.#note.clear();
  }

  #intercept = (event: Event): void => {
    const verdict = this.#judge(); // by the clock of now: a hidden tab is late to hear that its time is up
    if (verdict === null || event.composedPath().some((node) => this.#isOwn(node))) return;
    if (this.#confirms(verdict)) {
      this.#confirm(event);
      return;
    }
    const ruling = ruleOn(event);
    if (ruling === 'pass') return;
    event.stopImmediatePropagation();
    if (ruling === 'hush') return;
    event.preventDefault();
    const [target] = event.composedPath();
    if (event.type === 'mousedown' && target instanceof HTMLElement) target.focus();
    if (event.type === 'input' || event.type === 'change') this.#values.putBack(target);
    if (ruling === 'halt') return;
    const control = target instanceof Element ? target : null;
    if (this.#explains(verdict)) this.#note.open(control ?? this);
    this.dispatchEvent(new ImpersonationBlockedEvent(this.action, verdict, control));
  };

  /** What is not guarded: the words of a note, what stands in for the rest, the dialog. */
  #isOwn(node: EventTarget): boolean {
    if (!(node instanceof Element)) return false;
    if (node.getRootNode() === this.shadowRoot) return !(node instanceof HTMLSlotElement);
    return this.#note.contains(node) || this.#fallback.some((part) => part.contains(node));
  }

  get #fallback(): Element[] {
    return [...this.children].filter(({ slot }) => slot === 'fallback');
  }

  #confirm(event: Event): void {
    // What a guard further in refuses need not be asked about.
    const refused = event
      .composedPath()
      .some((node) => node instanceof ImpersonationGuard && node.#refuses());
    const again = isAgain() || refused ? null : activationOf(event);
    if (!again) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const [target] = event.composedPath();
    void this.#ask(again, target instanceof Element ? target : null);
  }

  #refuses(): boolean {
    const verdict = this.#judge();
    return verdict !== null && !this.#confirms(verdict);
  }

  async #ask(again: () => void, control: Element | null): Promise<void> {
    const root = this.shadowRoot;
    if (this.#asking || !root) return;
    this.#asking = true;
    try {
      const { askForReason } = await import('./confirm-dialog.js');
      const subject = peopleOf(this.tabState)?.subject;
      const why = this.localize.messages.guard.confirmWhy(subject ? nameOf(subject) : '');
      const reason = await askForReason(root, { localize: this.localize, why });
      const verdict = this.#judge(); // a dialog may stand open for long
      if (reason === null || (verdict !== null && !this.#confirms(verdict))) return;
      if (!this.dispatchEvent(new ImpersonationAllowEvent(this.action, reason, control))) return;
      again();
      this.dispatchEvent(new ImpersonationAllowedEvent(this.action, reason, control));
    } finally {
      this.#asking = false;
    }
  }
}

const lock = html`
  <svg part="note-icon" class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path
      d="M6 9V6.5a4 4 0 0 1 8 0V9h.5A1.5 1.5 0 0 1 16 10.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9Zm1.8 0h4.4V6.5a2.2 2.2 0 0 0-4.4 0Z"
    />
  </svg>
`;
