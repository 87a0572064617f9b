import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { judge, ModeRequest, type Mode } from '../../core/protocol.js';
import {
  ImpersonationEndEvent,
  ImpersonationExtendedEvent,
  ImpersonationModeChangedEvent,
} from '../events.js';
import { announce } from '../internal/announce.js';
import { SecondsController } from '../internal/clock.js';
import { KitElement } from '../internal/kit-element.js';
import { LocalizeController } from '../internal/localize.js';
import { ShortcutController } from '../internal/shortcut.js';
import { controls, tokens } from '../internal/tokens.js';
import { banner } from '../messages/en/banner.js';
import { activeView } from './active-view.js';
import { dialogStyles, fullAccessDialog } from './full-access-dialog.js';
import { styles } from './impersonation-banner.styles.js';
import { momentOf, type Moment } from './moment.js';
import { PageRoomController } from './page-room.js';
import { endedView, unknownView } from './quiet-views.js';
import { RestoreController } from './restore.js';
import { smallScreens } from './small-screens.styles.js';
import { TaskController } from './task.js';
import { whatToSay } from './what-to-say.js';

const nothingYet: Moment = { state: { status: 'unknown', error: null }, left: null, urgency: 'calm' };

/**
 * Says, for as long as it lasts, that this tab acts as somebody else: as whom, who is really signed in, with which
 * access, for how long still. It holds the way out, and cannot be dismissed.
 *
 * Put it first in the page's body (last, with `placement="bottom"`): it takes its room in the flow and stays in sight
 * while the page scrolls. Where nobody is impersonated it shows nothing and takes no room. What stands inside the tag is
 * for pages whose scripts do not run, and is not shown once they do.
 *
 * While somebody is impersonated, or it is not known, it cannot be hidden by `hidden` or by the page's own rules for it, and
 * comes back when it is taken away from its provider. What hides all that it stands in hides it too: the server's checks,
 * the keys and the other signs of the page remain.
 *
 * A host that brought its own token ends the impersonation itself: it prevents `impersonation-end`, and does what it has
 * to do.
 *
 * @summary The bar that tells who is acting as whom, and ends it.
 * @tagname impersonation-banner
 *
 * @fires {ImpersonationEndEvent} impersonation-end - Before the impersonation is ended from here; cancelable.
 * @fires {ImpersonationExtendedEvent} impersonation-extended - Its time was extended from here.
 * @fires {ImpersonationModeChangedEvent} impersonation-mode-changed - The kind of access was switched, here or elsewhere.
 * @fires {ImpersonationFailedEvent} impersonation-failed - What was asked for here could not be done.
 *
 * @csspart base - The bar.
 * @csspart icon - Each drawing.
 * @csspart message - Both names.
 * @csspart subject - The name of the person acted as.
 * @csspart actor - Who is really signed in.
 * @csspart meta - Access, case, connection and time.
 * @csspart mode - The kind of access.
 * @csspart case-number - The case this is about.
 * @csspart countdown - The time left.
 * @csspart note - The line for what a person should know besides.
 * @csspart actions - The row of buttons.
 * @csspart end-button - Ends the impersonation.
 * @csspart extend-button - Extends its time.
 * @csspart mode-button - Switches the kind of access.
 * @csspart details-button - Opens the details.
 * @csspart details - The panel with the details.
 * @csspart dialog - The dialog that asks for the reason for full access.
 *
 * @cssprop [--ik-banner-background=var(--ik-color-impersonating)] - The bar's color.
 * @cssprop [--ik-banner-color=var(--ik-color-on-impersonating)] - The color of what stands on it.
 * @cssprop [--ik-banner-padding=6px 16px] - The room inside the bar.
 * @cssprop [--ik-banner-font-size=0.9375rem] - The size of its text; 0.875rem on a narrow screen.
 * @cssprop [--ik-z-index=2147483000] - Where it stands among what overlaps it.
 *
 * @cssstate unknown - It is not known whether somebody is impersonated.
 * @cssstate active - Somebody is.
 * @cssstate read-only - The access is read-only.
 * @cssstate full - The access is full.
 * @cssstate warning - Five minutes or less are left.
 * @cssstate critical - One minute or less is left.
 * @cssstate offline - The server cannot be reached.
 * @cssstate ended - It is over.
 */
export class ImpersonationBanner extends KitElement {
  static override readonly styles = [tokens, controls, dialogStyles, styles, smallScreens];

  /** The edge of the page it keeps to. */
  @property({ reflect: true }) placement: 'top' | 'bottom' = 'top';

  /**
   * The keys that end the impersonation from anywhere on the page, written as in `aria-keyshortcuts`. They work beneath a
   * modal dialog too, where the button cannot be reached. Empty for none.
   */
  @property() shortcut = 'Alt+Shift+E';

  protected readonly localize = new LocalizeController(this, { banner });
  @state() private showsDetails = false;
  @state() private asksForFull = false;
  @state() private staysOpen = false;

  @query('dialog') private dialog!: HTMLDialogElement | null;
  @query('textarea') private reason!: HTMLTextAreaElement | null;
  @query('.main') private mainButton!: HTMLButtonElement | null;

  readonly #tasks = new TaskController(this);
  #moment = nothingYet;
  #before = nothingYet;
  #focusWas: Element | null = null;

  constructor() {
    super();
    new SecondsController(this, () => this.#moment.state.status === 'active');
    new ShortcutController(
      this,
      () => this.shortcut,
      () => void this.end(),
    );
    new PageRoomController(this, () => this.placement);
    new RestoreController(this, () => this.placement);
  }

  /** Does what a press on "End" does. Resolves when it is over, however it ended. */
  async end(): Promise<void> {
    const { tab } = this.around;
    if (!tab || this.#moment.state.status !== 'active' || this.#tasks.isBusy('end')) return;
    if (!this.dispatchEvent(new ImpersonationEndEvent())) return;
    await this.#tasks.run('end', () => tab.end());
  }

  /** Does what a press on "Extend" does. Resolves when it is over, however it ended. */
  async extend(reason?: string): Promise<void> {
    const { tab } = this.around;
    if (!tab || this.#moment.state.status !== 'active' || this.#tasks.isBusy()) return;
    if (!(await this.#tasks.run('extend', () => tab.extend(reason)))) return;
    if (tab.state.status === 'active' && tab.state.record) {
      this.dispatchEvent(new ImpersonationExtendedEvent(tab.state.record));
    }
  }

  /** Switches the kind of access. More access asks for a reason. Resolves when it is over, however it ended. */
  async setMode(mode: Mode, reason?: string): Promise<void> {
    const { tab } = this.around;
    if (!tab || this.#moment.state.status !== 'active' || this.#tasks.isBusy()) return;
    const switched = await this.#tasks.run('mode', async () => {
      const asked = judge(ModeRequest, { mode, reason }, 'invalid_request');
      await (asked.reason ? tab.setMode(mode, asked.reason) : tab.setMode(mode));
    });
    if (switched) this.dialog?.close();
    else this.reason?.focus();
  }

  protected override willUpdate(): void {
    this.#focusWas = this.shadowRoot?.activeElement ?? null;
    this.#moment = momentOf(this.tabState, this.now());
    const { state, urgency } = this.#moment;
    const mode = state.status === 'active' ? (state.session.mode ?? 'read-only') : null;
    this.mark('unknown', state.status === 'unknown');
    this.mark('active', state.status === 'active');
    this.mark('ended', state.status === 'ended');
    this.mark('read-only', mode === 'read-only');
    this.mark('full', mode === 'full');
    this.mark('warning', urgency === 'warning');
    this.mark('critical', urgency === 'critical');
    this.mark('offline', state.status === 'active' && !state.online);
    if (state.status !== 'active') this.asksForFull = this.showsDetails = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('asksForFull') && this.asksForFull) this.dialog?.showModal();
    // What had the focus is gone: its owner must not be thrown back to the top of the page.
    if (this.#focusWas && !this.#focusWas.isConnected) this.mainButton?.focus();
    this.#tell();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { localize } = this;
    const task = this.#tasks.current;
    const { state } = this.#moment;
    switch (state.status) {
      case 'none':
        return nothing;
      case 'unknown':
        return unknownView({ error: state.error, task, localize, retry: this.#retry });
      case 'ended':
        return endedView({ state, staysOpen: this.staysOpen, localize, close: this.#closeTab });
      case 'active':
        return html`
          ${activeView({
            state,
            task: this.asksForFull && task.is === 'failed' ? { is: 'idle' } : task,
            moment: this.#moment,
            capabilities: this.backend?.capabilities,
            showsDetails: this.showsDetails,
            shortcut: this.shortcut,
            localize,
            end: () => void this.end(),
            extend: () => void this.extend(),
            switchMode: this.#switchMode,
            toggleDetails: this.#toggleDetails,
            now: this.now(),
          })}
          ${
            this.asksForFull
              ? fullAccessDialog({
                  state,
                  task,
                  localize,
                  submit: (reason) => void this.setMode('full', reason),
                  closed: this.#stopAsking,
                })
              : nothing
          }
        `;
    }
  }

  #switchMode = (): void => {
    if (this.#tasks.isBusy()) return;
    if (this.#moment.state.status === 'active' && this.#moment.state.session.mode === 'full') {
      void this.setMode('read-only');
      return;
    }
    this.#tasks.clear();
    this.asksForFull = true;
  };

  #stopAsking = (): void => {
    this.asksForFull = false;
    this.#tasks.clear();
  };

  #toggleDetails = (shown = !this.showsDetails): void => {
    this.showsDetails = shown;
    if (!shown) this.renderRoot.querySelector<HTMLElement>('.details-button')?.focus();
  };

  #retry = (): void => {
    const { tab } = this.around;
    if (tab && !this.#tasks.isBusy()) void this.#tasks.run('refresh', () => tab.refresh());
  };

  #closeTab = (): void => {
    window.close();
    // A browser closes only what a script opened.
    this.staysOpen = !window.closed;
  };

  /** Says what changed since the last time, to screen readers and to the page. */
  #tell(): void {
    const [before, after] = [this.#before, this.#moment];
    this.#before = after;
    const announcement = whatToSay(before, after, this.localize);
    if (announcement) announce(announcement.text, announcement.priority);
    if (before.state.status === 'active' && after.state.status === 'active') {
      const { mode } = after.state.session;
      if (mode && mode !== before.state.session.mode) {
        this.dispatchEvent(new ImpersonationModeChangedEvent(mode));
      }
    }
  }
}
