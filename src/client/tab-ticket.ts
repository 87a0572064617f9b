/**
 * Takes the one-time ticket out of the page's address, so that it is in no history, bookmark or report.
 *
 * @module
 */

import { pageSlot } from './page-slot.js';

export interface PageAddress {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}

const pattern = /(?:^|&)ik-ticket=([^&]*)/g;

/** The ticket, if the fragment carries one; whatever it is, it is gone from the address. The rest of it stays. */
export function takeTicket(address: PageAddress): string | null {
  const page = pageSlot();
  const ticket = cutOut(address) ?? page.ticket ?? null;
  page.ticket = null;
  return ticket;
}

/** Takes it out of the address now, for whoever takes it later. Answers whether there is one. */
export function holdTicket(address: PageAddress): boolean {
  const page = pageSlot();
  page.ticket = takeTicket(address);
  return page.ticket !== null;
}

function cutOut({ location, history }: PageAddress): string | null {
  const fragment = location.hash.replace(/^#/, '');
  const [ticket] = [...fragment.matchAll(pattern)].map(([, value]) => value ?? '');
  if (ticket === undefined) return null;
  const rest = fragment.replace(pattern, '').replace(/^&/, '');
  history.replaceState(history.state, '', `${location.pathname}${location.search}${rest && `#${rest}`}`);
  return ticket;
}
