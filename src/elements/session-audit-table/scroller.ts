/**
 * The box that the table scrolls in; or the page, where a host lets the table be as high as it wants.
 *
 * @module
 */

import type { View } from './row-geometry.js';

/** Whether it scrolls by itself. */
const scrolls = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight;

/** What can be seen of `body`, in pixels from its top. */
export function viewOf(scroller: Element, body: Element): View {
  const box = scroller.getBoundingClientRect();
  const origin = body.getBoundingClientRect().top;
  const own = scrolls(scroller);
  const from = own ? box.top : Math.min(Math.max(box.top, 0), box.bottom);
  const to = own ? box.top + scroller.clientHeight : Math.max(Math.min(box.bottom, innerHeight), from);
  return { start: from - origin, end: to - origin };
}

export function scrollBy(scroller: Element, distance: number): void {
  if (Math.abs(distance) < 0.5) return;
  (scrolls(scroller) ? scroller : window).scrollBy({ top: distance, behavior: 'instant' });
}

/** Whether somebody scrolled so far that little is left to see. Never true where the page scrolls: its end is needed. */
export function nearEnd(scroller: Element): boolean {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  return scrolls(scroller) && scrollTop > 0 && scrollHeight - scrollTop - clientHeight < clientHeight;
}
