import { warn } from '../internal/warn.js';
import { controlSelector } from './held-controls.js';

const named = new Set<string>();

/** Names the elements whose controls a guard can hold but cannot mark as disabled, each once on a page. */
export function warnAboutShadows(guard: Element): void {
  for (const element of guard.querySelectorAll('*')) {
    const { localName, shadowRoot } = element;
    if (named.has(localName) || !shadowRoot?.querySelector(controlSelector)) continue;
    named.add(localName);
    warn(
      `<${guard.localName}> holds what is in <${localName}>, but cannot mark its controls as disabled, as they stand in a shadow root of their own. Disable <${localName}> itself as well.`,
    );
  }
}
