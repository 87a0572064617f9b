/**
 * The dialog of one start, from the press to the tab. A module of its own: most buttons of a page are never pressed.
 *
 * @module
 */

import { html, type TemplateResult } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import { Backdrop } from '../internal/backdrop.js';
import { dress, dressAgain } from '../internal/dress.js';
import type { LocalizeController } from '../internal/localize.js';
import { controls } from '../internal/tokens.js';
import type { ButtonSettings } from './button-settings.js';
import { dialogView, screenOf } from './dialog-view.js';
import { dialogStyles } from './dialog.styles.js';
import { formStyles } from './form.styles.js';
import { StartFlow, type Ending } from './start-flow.js';

export class StartDialog {
  readonly #element: ButtonSettings;
  readonly #localize: LocalizeController<'button'>;
  readonly #flow: StartFlow;
  readonly #backdrop = new Backdrop();
  readonly #close: () => void;
  #screen: string | undefined;
  #over = false;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  /** @param close gives the dialog up. */
  constructor(
    element: ButtonSettings,
    localize: LocalizeController<'button'>,
    client: ImpersonationClient,
    close: () => void,
  ) {
    this.#element = element;
    this.#localize = localize;
    this.#close = close;
    this.#flow = new StartFlow({
      client,
      userId: element.userId,
      preferredDuration: element.defaultDuration,
      demands: () => element,
      tabs: element.tabs,
      dispatch: (event) => element.dispatchEvent(event),
      changed: () => element.requestUpdate(),
    });
    dress(element, controls, dialogStyles, formStyles);
    void this.#flow.load();
  }

  /** Whether the backend is being asked to start. */
  get busy(): boolean {
    return this.#flow.busy;
  }

  /** Gives up what is under way. */
  dispose(): void {
    this.#over = true;
    clearTimeout(this.#lingering);
    this.#flow.dispose();
    this.#dialog?.close(); // gives the focus back, which removing it would not
  }

  /** After each drawing: opens it, and puts the focus where a new screen begins. */
  follow(): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    const screen = screenOf(this.#flow);
    if (screen === this.#screen) return;
    const opening = this.#screen === undefined;
    if (opening) {
      dialog.showModal();
      dressAgain(this.#element);
    }
    this.#screen = screen;
    const first =
      dialog.querySelector<HTMLElement>('[data-first]') ?? dialog.querySelector<HTMLElement>('h2');
    // A browser may open a dialog with the focus on its first button; from then on it is there because somebody moved it.
    if (opening || !dialog.querySelector('.close:focus-visible')) first?.focus();
    if (screen === 'opened') this.#lingering = setTimeout(() => this.#hide(), this.#element.tabs.lingering);
  }

  render(): TemplateResult {
    const { userName, userId, userEmail, reasons, caseHref, acknowledge } = this.#element;
    const { categories } = this.#localize.messages.button;
    const flow = this.#flow;
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
          localize: this.#localize,
          name: flow.user?.name ?? (userName || userId),
          email: userEmail,
          categories: reasons === undefined ? categories : splitTopics(reasons),
          caseHref,
          acknowledge,
          close: () => this.#hide(),
          submit: (event, ending) => void this.#submit(event, ending),
        })}
      </dialog>
    `;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#element.renderRoot.querySelector('dialog');
  }

  #hide(): void {
    if (!this.busy && !this.#over) this.#close();
  }

  async #submit(event: Event, ending: Ending | undefined): Promise<void> {
    event.preventDefault();
    await this.#flow.submit(ending);
    await this.#element.updateComplete;
    const dialog = this.#dialog;
    const wrong = dialog?.querySelector<HTMLElement>('[aria-invalid="true"]');
    // A way on that is gone takes the focus with it.
    const lost = !this.#element.shadowRoot?.activeElement && document.activeElement === document.body;
    (wrong ?? (lost ? dialog?.querySelector<HTMLElement>('[type=submit]') : null))?.focus();
  }

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#hide();
  };

  readonly #onClose = (): void => {
    // A browser may close it without asking. It says so late: the next one may be open by then.
    if (!this.#over && !this.#dialog?.open) this.#close();
  };

  readonly #onClick = (event: MouseEvent): void => {
    event.stopPropagation();
    if (this.#backdrop.wasPressed(event) && !this.#flow.touched) this.#hide();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    // A second Escape in a row closes a dialog whatever its `cancel` event is told, unless the key itself is held back.
    if (event.key === 'Escape' && this.busy) event.preventDefault();
  };
}

const stop = (event: Event) => event.stopPropagation();

const splitTopics = (topics: string) =>
  topics
    .split('|')
    .map((topic) => topic.trim())
    .filter(Boolean);
