/**
 * How the button leaves its page. An object of its own, so that a host that lives in a frame or a desktop shell can
 * bring another.
 *
 * @module
 */

export interface Tabs {
  /** Opens a tab that knows nothing of this one. Whether it opened cannot be told: `noopener` answers nothing. */
  open(url: string): void;
  /** Leaves this page, where the backend takes over. */
  goTo(url: string): void;
  /** Milliseconds to wait for the new tab's sign of life before offering to open it again. */
  readonly patience: number;
  /** Milliseconds that the good news stays on the screen. */
  readonly lingering: number;
}

export const browserTabs: Tabs = {
  open: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
  goTo: (url) => location.assign(url),
  patience: 3000,
  lingering: 1500,
};

/** Whether a browser may be sent there: `javascript:` and its kind are addresses too. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url, document.baseURI) && /^https?:$/.test(new URL(url, document.baseURI).protocol);
}
