/**
 * Which events would do something, and which only look around.
 *
 * @module
 */

/** Every event by which a person, or a script of the page, operates what a guard holds. */
export const heldEvents = [
  'click',
  'auxclick',
  'dblclick',
  'submit',
  'keydown',
  'mousedown',
  'beforeinput',
  'paste',
  'cut',
  'drop',
  'dragstart',
  'input',
  'change',
] as const;

/**
 * `pass`: it changes nothing. `hush`: what it leads to is held, so only the page must not hear of it. `halt`: it is held,
 * and what goes with it explains. `block`: it is held and explained.
 */
export type Ruling = 'pass' | 'hush' | 'halt' | 'block';

/** A browser turns a key on these into a click. */
const clickable =
  'a[href],area[href],button,summary,input:is([type=button],[type=submit],[type=reset],[type=checkbox],[type=radio],[type=file],[type=color],[type=image])';

/** These change by keys and by the pointer without an event that could be prevented. */
const adjustable =
  'select,input:is([type=range],[type=number],[type=date],[type=time],[type=month],[type=week],[type=datetime-local])';
const dragged = 'select,input[type=range]';

const editable = 'textarea,input,[contenteditable]:not([contenteditable=false])';

export function ruleOn(event: Event): Ruling {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return 'pass';
  if (event instanceof KeyboardEvent) return ruleOnKey(event, target);
  switch (event.type) {
    case 'mousedown':
      return target.closest(dragged) ? 'halt' : 'pass'; // a click follows
    case 'auxclick':
      return (event as MouseEvent).button === 2 ? 'pass' : 'block'; // the context menu is the browser's
    case 'dblclick': // after two clicks
    case 'input': // before a change
      return 'halt';
    default:
      return 'block';
  }
}

function ruleOnKey(event: KeyboardEvent, target: Element): Ruling {
  const { key } = event;
  const activates = key === 'Enter' || key === ' ';
  if (key === 'Tab' || key === 'Escape' || /^(Alt|Control|Meta|Shift)/.test(key)) return 'pass';
  if (target.matches(adjustable)) return event.ctrlKey || event.metaKey ? 'pass' : 'block';
  if (target.matches(clickable)) return activates ? 'hush' : 'pass';
  // Text is kept from changing by `beforeinput`; but Enter in a field sends the form around it.
  if (target.matches(editable)) return key === 'Enter' && target.localName === 'input' ? 'block' : 'pass';
  return activates ? 'block' : 'pass';
}
