import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { ImpersonationBlockedEvent } from '../events.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { tokens } from '../internal/tokens.js';
import { guard } from '../messages/en/guard.js';
import { controlSelector, hold, letGo } from './held-controls.js';
import { styles } from './impersonation-guard.styles.js';
import { heldEvents, ruleOn } from './interception.js';
import { NoteController } from './note.js';
import { reasonFor, verdictOn, type Verdict, type When } from './verdict.js';

/**
 * **Not a security boundary**: it tells an admin beforehand what the server would refuse anyway, and nothing more. Whoever
 * can run a script can get around it, so the handler behind each guarded control must refuse by itself.
 *
 * Where nobody is impersonated it does nothing at all. While it holds, what stands inside it stays visible and
 * focusable, says that it is disabled and why, and does nothing when it is operated; a note opens instead. It holds too
 * while it is not known who is signed in, and once an impersonation is over. What other elements keep in their own shadow
 * roots cannot be marked as disabled, but is held all the same.
 *
 * @summary Explains what cannot be done while impersonating, before it is tried.
 * @tagname impersonation-guard
 *
 * @slot - What is guarded: buttons, links, fields, a whole form.
 * @slot note - Says why in words of your own. Real text, in one element.
 *
 * @fires {ImpersonationBlockedEvent} impersonation-blocked - Somebody tried to do what is held.
 *
 * @csspart note - The note that opens.
 * @csspart note-icon - The lock in it.
 *
 * @cssprop [--ik-guard-opacity=0.6] - How faint the controls directly inside it are while it holds.
 *
 * @cssstate blocked - It holds.
 */
export class ImpersonationGuard extends KitElement {
  static override readonly styles = [tokens, styles];

  /** The host's own name for what is guarded, such as `billing.update`. Told with `impersonation-blocked`. */
  @property() action = '';

  /**
   * When it holds: `read-only`, while the access is read-only, for what changes things; `impersonating`, whatever the
   * access, for what is for the person alone.
   */
  @property() when: When = 'read-only';

  /** What it does while it holds: `explain` keeps everything in sight, `hide` takes it off the page. */
  @property({ reflect: true }) behavior: 'explain' | 'hide' = 'explain';

  protected readonly localize = new LocalizeController(this, { guard });
  #verdict: Verdict | null = null;
  readonly #note = new NoteController(this);
  readonly #held = new Set<Element>();
  readonly #observer = new MutationObserver(() => this.#holdControls());
  readonly #values = new WeakMap<EventTarget, string>();

  constructor() {
    super();
    for (const type of heldEvents) this.addEventListener(type, this.#intercept, true);
    this.addEventListener('focusin', this.#remember, true);
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
  }

  protected override updated(): void {
    if (this.isConnected && this.#verdict !== null && this.behavior === 'explain')
      this.#engage(this.#verdict);
    else this.#release();
  }

  protected override render(): TemplateResult {
    return html`
      <slot></slot>
      <div part="note" class="note" popover="auto">${lock}<slot name="note"></slot></div>
    `;
  }

  #judge(): Verdict | null {
    return verdictOn(this.tabState, this.when, this.now());
  }

  #engage(verdict: Verdict): void {
    this.#note.say(reasonFor(verdict, this.tabState, this.localize.messages));
    this.#holdControls();
    this.#observer.observe(this, {
      subtree: true,
      childList: true,
      attributeFilter: ['href', 'role', 'contenteditable', 'slot', 'type'],
    });
  }

  #release(): void {
    this.#observer.disconnect();
    for (const control of this.#held) letGo(control, this);
    this.#held.clear();
    this.#note.clear();
  }

  #holdControls(): void {
    const controls = new Set<Element>(
      [...this.querySelectorAll(controlSelector)].filter((control) => !this.#note.contains(control)),
    );
    for (const control of this.#held) if (!controls.has(control)) letGo(control, this);
    this.#held.clear();
    for (const control of controls) {
      hold(control, this, this.#note.id);
      this.#held.add(control);
    }
  }

  #remember = (event: Event): void => {
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      this.#values.set(target, target.value);
    }
  };

  #intercept = (event: Event): void => {
    const verdict = this.#judge(); // by the clock of now: a hidden tab is late to hear that its time is up
    if (verdict === null || this.#note.has(event)) return;
    const ruling = ruleOn(event);
    if (ruling === 'pass') return;
    event.stopImmediatePropagation();
    if (ruling === 'hush') return;
    event.preventDefault();
    const [target] = event.composedPath();
    if (event.type === 'mousedown' && target instanceof HTMLElement) target.focus();
    if (event.type === 'input' || event.type === 'change') this.#undo(target);
    if (ruling === 'halt') return;
    if (this.behavior === 'explain') this.#note.open(target instanceof Element ? target : this);
    this.dispatchEvent(new ImpersonationBlockedEvent(this.action, verdict));
  };

  /** Takes back what no event announced: a spin button, a browser that fills in a form. */
  #undo(target: EventTarget | undefined): void {
    const value = target && this.#values.get(target);
    if (value === undefined) return;
    if (
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && target.type !== 'file')
    ) {
      target.value = value;
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
