import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import type { Mode } from '../../core/protocol.js';
import { SecondsController } from '../internal/clock.js';
import { Later, LaterFile } from '../internal/later.js';
import { LocalizeController } from '../internal/localize.js';
import { ShortcutController } from '../internal/shortcut.js';
import { tokens } from '../internal/tokens.js';
import { banner } from '../messages/en/banner.js';
import { activeView } from './active-view.js';
import { BannerSettings } from './banner-settings.js';
import { Commands } from './commands.js';
import { styles } from './impersonation-banner.styles.js';
import { layouts } from './layouts.styles.js';
import { looksOf, momentOf, nothingYet } from './moment.js';
import { RestoreController } from './restore.js';
import { smallScreens } from './small-screens.styles.js';
import { TaskController } from './task.js';
import { tell, type Seen } from './tell.js';
import { sentenceView, unknownView } from './unknown-view.js';

const restFile = new LaterFile(() => import('./rest.js'));

/**
 * Says, for as long as it lasts, that this tab acts as somebody else: as whom, who is really signed in, with which
 * access, for how long still. It holds the way out, and cannot be dismissed.
 *
 * Put it first in the page's body (last, with `placement="bottom"`): it takes its room in the flow and stays in sight
 * while the page scrolls, unless its `layout` says otherwise. A bar that would cover more than a quarter of the window's
 * height is a pill until somebody opens it. Where nobody is impersonated it shows nothing and takes no room. What stands
 * inside the tag is for pages whose scripts do not run, and is not shown once they do.
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
 * @fires {ImpersonationCollapseEvent} impersonation-collapse - It became small, or whole again. Does not bubble.
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
 * @csspart collapse-button - Makes the bar small.
 * @csspart pill - The bar, made small: a button that makes it whole again.
 * @csspart frame - The border around the window.
 * @csspart leave-link - The way on once it is over.
 * @csspart close-button - Closes the tab once it is over.
 * @csspart details - The panel with the details.
 * @csspart dialog - The dialog that asks for the reason for full access.
 *
 * @cssprop [--ik-banner-background=var(--ik-color-impersonating)] - The bar's color.
 * @cssprop [--ik-banner-color=var(--ik-color-on-impersonating)] - The color of what stands on it.
 * @cssprop [--ik-banner-padding=6px 16px] - The room inside the bar.
 * @cssprop [--ik-banner-font-size=0.9375rem] - The size of its text; 0.875rem on a narrow screen.
 * @cssprop [--ik-frame-width=3px] - The width of the border around the window.
 * @cssprop [--ik-frame-color=var(--ik-color-impersonating)] - Its color.
 * @cssprop [--ik-z-index=2147483000] - Where it stands among what overlaps it.
 *
 * @cssstate unknown - It is not known whether somebody is impersonated.
 * @cssstate active - Somebody is.
 * @cssstate read-only - The access is read-only.
 * @cssstate full - The access is full.
 * @cssstate warning - Five minutes or less are left.
 * @cssstate critical - One minute or less is left.
 * @cssstate offline - The server cannot be reached.
 * @cssstate collapsed - It is small.
 * @cssstate ended - It is over.
 */
export class ImpersonationBanner extends BannerSettings {
  static override readonly styles = [tokens, styles, layouts, smallScreens];

  protected readonly localize = new LocalizeController(this, { banner });
  @state() private showsDetails = false;

  readonly #tasks = new TaskController(this);
  readonly #later = new Later(this, restFile, ({ Rest }) => new Rest(this, () => this.#moment));
  readonly #commands = new Commands({
    host: this,
    tasks: this.#tasks,
    later: this.#later,
    tab: () => this.around.tab,
    active: () => (this.#moment.state.status === 'active' ? this.around.tab : undefined),
  });
  #moment = nothingYet;
  #isPill = false;
  #before: Seen = { moment: nothingYet, isPill: false };
  #focusWas: Element | null = null;

  constructor() {
    super();
    new SecondsController(this, () => this.#moment.state.status === 'active');
    new ShortcutController(
      this,
      () => this.shortcut,
      () => void this.end(),
    );
    new RestoreController(this, () => this.placement);
  }

  /** Does what a press on "End" does. Resolves when it is over, however it ended. */
  end(): Promise<void> {
    return this.#commands.end();
  }

  /** Does what a press on "Extend" does. Resolves when it is over, however it ended. */
  extend(reason?: string): Promise<void> {
    return this.#commands.extend(reason);
  }

  /** Switches the kind of access. More access asks for a reason. Resolves when it is over, however it ended. */
  setMode(mode: Mode, reason?: string): Promise<void> {
    return this.#commands.setMode(mode, reason);
  }

  /** Makes it small, where that is allowed. */
  collapse(): void {
    this.#become('pill');
  }

  /** Makes it whole again. */
  expand(): void {
    this.#become('bar');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#focusWas = this.shadowRoot?.activeElement ?? null;
    this.#moment = momentOf(this.tabState, this.now());
    const { state, urgency } = this.#moment;
    if (changed.has('layout') && this.layout === 'pill') this.collapsed = true;
    const { part: rest } = this.#later;
    rest?.shape.settle(urgency, state.status === 'active' && this.#tasks.current.is === 'idle');
    this.#isPill = rest?.shape.isPill ?? false;
    for (const [look, on] of looksOf(this.#moment)) this.mark(look, on);
    this.mark('collapsed', this.#isPill);
    if (state.status !== 'active') rest?.fullAccess.stop();
    if (state.status !== 'active' || this.#isPill) this.showsDetails = false;
  }

  protected override updated(): void {
    // What had the focus is gone: its owner must not be thrown back to the top of the page.
    const { activeElement } = this.shadowRoot ?? {};
    if (this.#focusWas && !this.#focusWas.isConnected && !activeElement) this.#focusOn(this.#focusWas);
    const seen = { moment: this.#moment, isPill: this.#isPill };
    tell(this, this.#before, seen);
    this.#before = seen;
    this.#later.part?.say(this.#moment);
    // Where nobody is impersonated there is no more to come.
    if (this.#moment.state.status !== 'none' && this.around.tab) this.#later.want();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { localize } = this;
    const task = this.#tasks.current;
    const { state } = this.#moment;
    const { part: rest } = this.#later;
    switch (state.status) {
      case 'none':
        return nothing;
      case 'unknown':
        return unknownView({ error: state.error, task, localize, retry: this.#commands.retry });
      case 'ended':
        return rest ? rest.ended(state) : sentenceView(localize.messages.banner.endedTitleUnnamed, localize);
      case 'active':
        return html`
          ${this.frame ? html`<div part="frame" class="frame" aria-hidden="true"></div>` : nothing}
          ${(rest && this.#isPill ? rest.pill : activeView)({
            state,
            task: rest?.fullAccess.asks && task.is === 'failed' ? { is: 'idle' } : task,
            moment: this.#moment,
            capabilities: this.backend?.capabilities,
            showsDetails: this.showsDetails,
            shortcut: this.shortcut,
            localize,
            rest,
            now: this.now(),
            collapses: rest?.shape.collapses ?? false,
            end: () => void this.end(),
            extend: () => void this.extend(),
            switchMode: this.#commands.switchMode,
            toggleDetails: this.#toggleDetails,
            become: this.#become,
          })}
          ${rest?.dialog({
            state,
            task,
            submit: (reason) => void this.setMode('full', reason),
            closed: this.#commands.stopAsking,
          })}
        `;
    }
  }

  #focusOn(gone: Element): void {
    // Not the way out where a pill was: whoever presses its key twice must not end anything.
    const main = this.renderRoot.querySelector<HTMLElement>('.main');
    const small = gone.matches('.pill') ? this.renderRoot.querySelector<HTMLElement>('.collapse') : null;
    (small ?? main)?.focus();
  }

  #become = (shape: 'bar' | 'pill'): void => {
    const { part: rest } = this.#later;
    if (rest) rest.shape.become(shape);
    else
      void this.#later.bring().then(
        (there) => there.shape.become(shape),
        () => undefined,
      ); // it stays the bar
  };

  #toggleDetails = (shown = !this.showsDetails): void => {
    if (shown && !this.#later.part) {
      void this.#tasks.run('details', () => this.#later.bring()).then((there) => (this.showsDetails = there));
      return;
    }
    this.showsDetails = shown;
    if (!shown) this.renderRoot.querySelector<HTMLElement>('.details-button')?.focus();
  };
}
