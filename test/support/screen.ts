/**
 * Finds and waits the way a person does: by role, by name, by what happens next. Looks through every shadow root.
 *
 * @module
 */

import {
  computeAccessibleDescription,
  computeAccessibleName,
  getRole,
  isInaccessible,
} from 'dom-accessibility-api';

type Name = string | RegExp;

/** The one element with this role and name that a person can perceive. Throws when there is none, or more than one. */
export function byRole<Found extends Element = HTMLElement>(
  root: ParentNode,
  role: string,
  name: Name,
): Found {
  const found = allByRole<Found>(root, role).filter((element) => matches(nameOf(element), name));
  const [first] = found;
  if (!first || found.length > 1) {
    const there = allByRole(root, role).map((element) => `"${nameOf(element)}"`);
    throw new Error(
      `${String(found.length)} elements are a ${role} named ${String(name)}; there are: ${there.join(', ') || 'none'}`,
    );
  }
  return first;
}

/** Every perceivable element with this role. */
export function allByRole<Found extends Element = HTMLElement>(root: ParentNode, role: string): Found[] {
  return [...everyElement(root)].filter(
    (element) => getRole(element) === role && !isHidden(element),
  ) as Found[];
}

/** Whether there is one. */
export function hasRole(root: ParentNode, role: string, name: Name): boolean {
  return allByRole(root, role).some((element) => matches(nameOf(element), name));
}

export const nameOf = (element: Element): string => computeAccessibleName(element);
export const descriptionOf = (element: Element): string => computeAccessibleDescription(element);

/** All the text a person could read below `root`, in order, with its white space folded. */
export function textOf(root: ParentNode): string {
  return readable(root).replace(/\s+/g, ' ').trim();
}

function readable(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node instanceof Element) {
    if (/^(STYLE|SCRIPT|TEMPLATE)$/.test(node.tagName) || isHidden(node)) return '';
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      if (assigned.length) return assigned.map(readable).join(' ');
    }
    if (node.shadowRoot) return readable(node.shadowRoot);
  }
  return [...node.childNodes].map(readable).join(' ');
}

/** Waits, a frame at a time, until `look` answers with something truthy and throws nothing; resolves with it. */
export async function until<Sign>(
  look: () => Sign,
  what = 'the sign',
  milliseconds = 20_000,
): Promise<NonNullable<Sign>> {
  const end = performance.now() + milliseconds;
  let last: unknown;
  for (;;) {
    try {
      const sign = look();
      if (sign) return sign;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`Waited in vain for ${what}${last instanceof Error ? `: ${last.message}` : ''}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}

/** The next event of this type, typed by the event map. */
export function next<Type extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as HTMLElementEventMap[Type]), { once: true });
  });
}

/** The element that has the focus, in whichever shadow root. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

export function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

/** Hidden from everybody, by itself or by whatever it stands in, across shadow roots. */
function isHidden(element: Element): boolean {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    if (isInaccessible(node)) return true;
  }
  return false;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function matches(actual: string, expected: Name): boolean {
  return typeof expected === 'string' ? actual === expected : expected.test(actual);
}
