import type { ReactiveControllerHost } from 'lit';

import { outwards, parentOf } from './outwards.js';
import { remember } from './remember.js';

type Host = ReactiveControllerHost & Element;

/** The language an element stands in: the nearest `lang`, across shadow roots, which `closest()` does not cross. */
export function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = outwards(node)) {
    const { lang } = node as { readonly lang?: unknown }; // of a form, its field of that name
    if (lang && typeof lang === 'string') return canonical(lang);
  }
  return canonical(navigator.language);
}

/** A valid BCP 47 tag: a page's `lang="en_GB"` must not break a date. */
const canonical = remember((lang) => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en'; // not a language tag
  }
});

// One observer for all elements: a thousand buttons must not mean a thousand observers.
const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

/** Renders `host` again whenever a `lang` or a `dir` changes on it or around it. */
export function followLanguage(host: Host): void {
  hosts.add(host);
  observer ??= new MutationObserver(renderAll);
  for (let node: Node | null = host; node; node = outwards(node)) {
    const isRoot = !parentOf(node);
    if (isRoot) observer.observe(node, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
  }
}

export function stopFollowingLanguage(host: Host): void {
  hosts.delete(host);
  if (hosts.size) return;
  observer?.disconnect();
}

/** Renders every element that is shown: a language was added, or the page changed its own. */
export function renderAll(): void {
  for (const host of hosts) host.requestUpdate();
}
