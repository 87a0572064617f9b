/**
 * Controls that guards hold: they stay visible and focusable, say that they are disabled, and are described by the reason.
 * A control may be held by several guards, one inside the other; it gets back exactly what it had when the last lets go.
 *
 * @module
 */

interface Hold {
  readonly disabled: string | null;
  readonly describedBy: string | null;
  /** The ids of the reasons, by who holds. */
  readonly reasons: Map<object, string>;
}

const holds = new WeakMap<Element, Hold>();

/** What a person can operate. */
export const controlSelector = [
  'a[href]',
  'area[href]',
  'button',
  'input:not([type=hidden])',
  'select',
  'textarea',
  'summary',
  '[contenteditable]:not([contenteditable=false])',
  ...[
    'button',
    'link',
    'checkbox',
    'switch',
    'radio',
    'tab',
    'option',
    'slider',
    'spinbutton',
    'textbox',
  ].map((role) => `[role=${role}]`),
  ...['combobox', 'searchbox', 'menuitem', 'menuitemcheckbox', 'menuitemradio'].map(
    (role) => `[role=${role}]`,
  ),
].join(',');

/** Holds `control` in the name of `holder`, for the reason in the element with this id. */
export function hold(control: Element, holder: object, reasonId: string): void {
  let held = holds.get(control);
  if (!held) {
    held = {
      disabled: control.getAttribute('aria-disabled'),
      describedBy: control.getAttribute('aria-describedby'),
      reasons: new Map(),
    };
    holds.set(control, held);
  }
  held.reasons.set(holder, reasonId);
  describe(control, held);
}

/** Lets `control` go, as far as `holder` is concerned. */
export function letGo(control: Element, holder: object): void {
  const held = holds.get(control);
  if (!held?.reasons.delete(holder)) return;
  if (held.reasons.size) {
    describe(control, held);
    return;
  }
  holds.delete(control);
  restore(control, 'aria-disabled', held.disabled);
  restore(control, 'aria-describedby', held.describedBy);
}

function describe(control: Element, { describedBy, reasons }: Hold): void {
  control.setAttribute('aria-disabled', 'true');
  control.setAttribute('aria-describedby', [describedBy, ...reasons.values()].filter(Boolean).join(' '));
}

function restore(control: Element, attribute: string, value: string | null): void {
  if (value === null) control.removeAttribute(attribute);
  else control.setAttribute(attribute, value);
}
