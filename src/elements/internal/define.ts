import { ContextRoot } from '@lit/context';

const root = Symbol.for('impersonation-kit@1/context-root');

/**
 * Registers `element` under `tag`, unless that name is taken already (by another copy of the kit, as a rule).
 *
 * The first call also keeps the context requests that no provider has answered yet, so that elements and their provider
 * may be defined in any order.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const page = globalThis as { [root]?: ContextRoot };
  if (!page[root]) {
    page[root] = new ContextRoot();
    page[root].attach(document.documentElement);
  }
  if (!customElements.get(tag)) customElements.define(tag, element);
}
