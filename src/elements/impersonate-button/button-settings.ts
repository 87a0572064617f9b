import { property } from 'lit/decorators.js';

import { KitElement } from '../internal/kit-element.js';
import { browserTabs, type Tabs } from './tabs.js';

/** What a page says about a button, and about the start it stands for. */
export abstract class ButtonSettings extends KitElement {
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
  @property({ reflect: true, useDefault: true }) variant: 'button' | 'link' | 'menuitem' | 'icon' = 'button';

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
}
