import type { ReactiveControllerHost } from 'lit';

import { remember } from './remember.js';

type Host = ReactiveControllerHost & Element;

/** The language an element stands in: the nearest `lang`, across shadow roots, which `closest()` does not cross. */
export function languageOf(element: Element): string {
  for (let inside: Element | undefined = element; inside; inside = hostOf(inside)) {
    const near = inside.closest('[lang]:not([lang=""])');
    // By the platform's own method: a form answers with its field of that name.
    if (near) return canonical(Element.prototype.getAttribute.call(near, 'lang') ?? '');
  }
  return canonical(navigator.language);
}

/** What the shadow tree that a node stands in belongs to. */
function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined; // a document answers with its form of that name
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
let observed = new WeakSet<Node>();

/** Renders `host` again whenever a `lang` or a `dir` changes on it or around it. */
export function followLanguage(host: Host): void {
  hosts.add(host);
  observer ??= new MutationObserver(renderAll);
  for (let inside: Element | undefined = host; inside; inside = hostOf(inside)) {
    const root = inside.getRootNode();
    if (observed.has(root)) continue;
    observed.add(root);
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
  }
}

export function stopFollowingLanguage(host: Host): void {
  hosts.delete(host);
  if (hosts.size) return;
  observer?.disconnect();
  observed = new WeakSet();
}

/** Renders every element that is shown: a language was added, or the page changed its own. */
export function renderAll(): void {
  for (const host of hosts) host.requestUpdate();
}
