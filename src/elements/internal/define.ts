import { ContextRoot } from '@lit/context';

import { version } from './version.js';
import { warn } from './warn.js';

const root = Symbol.for('impersonation-kit@1/context-root');

/** The class of an element of the kit. */
export type KitElementClass = CustomElementConstructor & { readonly version: string };

/**
 * Registers `element` under `tag`. A name that another copy of the kit has taken stays its own, and where that is a
 * version which may behave differently, the console says so: a page must not break over a second copy, nor hide it.
 *
 * The first call also keeps the context requests that no provider has answered yet, so that elements and their provider
 * may be defined in any order.
 */
export function define(tag: string, element: KitElementClass, registry = customElements): void {
  const page = globalThis as { [root]?: ContextRoot };
  if (!page[root]) {
    page[root] = new ContextRoot();
    page[root].attach(document.documentElement);
  }
  const there = registry.get(tag) as Partial<KitElementClass> | undefined;
  if (!there) registry.define(tag, element);
  else if (there !== element && !isCompatible(there.version)) {
    const other = there.version === undefined ? 'something else' : `version ${there.version}`;
    warn(
      `<${tag}> is ${other} on this page already, so version ${version} leaves it alone. ` +
        'Load one version, or give this one names of its own: defineAll({ prefix }).',
    );
  }
}

/** Whether code written for this version gets what it expects: the same major version, before 1.0 the same minor. */
function isCompatible(other: string | undefined): boolean {
  const meant = (text: string) => /^(?:0\.\d+|[1-9]\d*)/.exec(text)?.[0];
  return other !== undefined && meant(other) === meant(version);
}
