/**
 * Whether a provider, a banner or a guard is needed before it is registered, by how it stands on the page. Where nobody is
 * impersonated they show nothing and do nothing, so they may stay away; when in doubt, they are needed.
 *
 * @module
 */

/** What a page gives a provider besides the address of the backend. */
const given = ['client', 'tab', 'token'] as const;
type Given = Partial<Record<(typeof given)[number], unknown>>;

export function isNeeded(element: Element): boolean {
  if (element.localName === 'impersonation-provider') {
    return (
      !element.getAttribute('endpoint') ||
      given.some((name) => (element as Given)[name] != null || element.hasAttribute(name))
    );
  }
  if (!element.closest('impersonation-provider')) return true;
  // What is in the banner's tag is for pages without scripts: were nobody impersonated, why would it be there?
  if (element.localName === 'impersonation-banner')
    return element.firstElementChild !== null || element.textContent.trim() !== '';
  return (
    [element.getAttribute('when'), (element as { when?: unknown }).when].includes('not-impersonating') ||
    element.querySelector(':scope > [slot]') !== null
  );
}

/** Calls back once a page gives the provider something, before there is a class that could hear of it. */
export function whenGiven(provider: Element, callback: () => void): void {
  for (const name of given) {
    if (Object.getOwnPropertyDescriptor(provider, name)?.get) continue; // listened to already
    let value = (provider as Given)[name];
    // An own property is what the class looks for when it comes, and takes the value from.
    Object.defineProperty(provider, name, {
      configurable: true,
      enumerable: true,
      get: () => value,
      set(next: unknown) {
        value = next;
        if (next != null) callback();
      },
    });
  }
}
