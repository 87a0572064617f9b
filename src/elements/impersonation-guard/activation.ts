/**
 * One activation that waits for a reason: what it was, and how to do it again.
 *
 * @module
 */

import { controlSelector } from './held-controls.js';

/** What is typed or chosen in these is no activation. */
const filledIn = 'textarea,select,[contenteditable]:not([contenteditable=false])';
const typedIn =
  'input:not([type=submit],[type=button],[type=reset],[type=image],[type=checkbox],[type=radio])';

/** While one is done again, every guard that would ask lets it pass. */
let again = false;
export const isAgain = (): boolean => again;

/** How to do again what this event would do; `null` where it only looks around, or fills something in. */
export function activationOf(event: Event): (() => void) | null {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return null;
  if (event.type === 'submit' && target instanceof HTMLFormElement) {
    const { submitter } = event as SubmitEvent;
    return () => repeat(() => target.requestSubmit(submitter));
  }
  const control = target.closest<HTMLElement>(controlSelector);
  if (!control || control.matches(filledIn)) return null;
  if (event instanceof KeyboardEvent) {
    // A browser makes a click of a key on its own controls; what a page made itself hears the key.
    if (!/^(Enter| )$/.test(event.key) || !control.matches('[role]')) return null;
    if (control.matches('a,button,summary,input')) return null;
    const { key, code } = event;
    const init = { key, code, bubbles: true, composed: true, cancelable: true };
    return () => repeat(() => target.dispatchEvent(new KeyboardEvent('keydown', init)));
  }
  if (event.type !== 'click' || control.matches(typedIn)) return null;
  return () => repeat(() => target.click());
}

function repeat(act: () => void): void {
  again = true;
  try {
    act();
  } finally {
    again = false;
  }
}
