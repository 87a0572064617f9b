import { property } from 'lit/decorators.js';

import { KitElement } from '../internal/kit-element.js';

/** What a page decides about its banner. */
export abstract class BannerSettings extends KitElement {
  /** The edge of the page it keeps to. */
  @property({ reflect: true }) placement: 'top' | 'bottom' = 'top';

  /**
   * How it stands on the page: `sticky` takes room and stays in sight; `flow` takes room and scrolls away; `overlay` lies on
   * the page; `pill` is small and lies in a corner until it is opened.
   */
  @property({ reflect: true }) layout: 'sticky' | 'flow' | 'overlay' | 'pill' = 'sticky';

  /** Draws a border around the window. */
  @property({ type: Boolean, reflect: true }) frame = false;

  /** Lets a person make it small. It keeps the name and the time, and is whole again when the end comes near. */
  @property({ type: Boolean, reflect: true }) collapsible = false;

  /** Whether it was made small. */
  @property({ type: Boolean, reflect: true }) collapsed = false;

  /** Leaves the page's scroll padding alone. */
  @property({ type: Boolean, attribute: 'no-scroll-padding' }) noScrollPadding = false;

  /**
   * What else is marked while it is active, in any order: `title` (a word in front of the page's title), `favicon` (the icon
   * of `favicon-href` in place of the page's), `print` (a line on paper that says who looked).
   */
  @property({ attribute: 'mark' }) marks = 'title print';

  /** What goes in front of the page's title; a sentence of the kit's own when absent. */
  @property({ attribute: 'title-prefix' }) titlePrefix: string | undefined;

  /** The icon for `mark="favicon"`. */
  @property({ attribute: 'favicon-href' }) faviconHref: string | undefined;

  /** Where to go on once it is over, such as the admin's page about this person: offered as a link. */
  @property({ attribute: 'return-to' }) returnTo: string | undefined;

  /**
   * The keys that end the impersonation from anywhere on the page, written as in `aria-keyshortcuts`. They work beneath a
   * modal dialog too, where the button cannot be reached. Empty for none.
   */
  @property() shortcut = 'Alt+Shift+E';
}
