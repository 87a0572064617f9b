/**
 * Entry `impersonation-kit/auto`: registers the elements of a page when there is something to show, and not before. A page
 * where nobody is impersonated loads this file and nothing of the provider, the banner and the guard; whatever else stands
 * on it brings its own. When in doubt, everything comes: a banner that is missing is the one mistake not to make.
 *
 * @module
 */

import { readText, tabStorage } from './client/kept-text.js';
import { pageSlot } from './client/page-slot.js';
import type { TabState } from './client/tab-state.js';
import { holdTicket } from './client/tab-ticket.js';
import { anyOfOurs, load } from './elements/internal/loading.js';
import type { ImpersonationProvider } from './elements/impersonation-provider/impersonation-provider.js';
import { isNeeded, whenGiven } from './elements/internal/need.js';

const provider = 'impersonation-provider';
/** What has nothing to show where nobody is impersonated. */
const quiet = [provider, 'impersonation-banner', 'impersonation-guard'];
/** What a provider hands down, as in `contexts.ts`, which brings its library along. */
const contexts: unknown[] = ['client', 'tab-session'].map((name) =>
  Symbol.for(`impersonation-kit@1/${name}`),
);

interface ContextRequest extends Event {
  readonly context: unknown;
  readonly contextTarget?: Element;
  readonly callback: unknown;
  readonly subscribe?: boolean;
}

if (typeof document !== 'undefined') begin();

function begin(): void {
  lookAtTab();
  addEventListener('hashchange', lookAtTab, true); // before the page's router can make a history entry of a ticket
  addEventListener('pageshow', lookAtTab); // another page may have stood in this tab meanwhile
  followPage();
  const { documentElement } = document;
  documentElement.addEventListener('impersonation-change', ({ state }) => lookAtState(state), true);
  documentElement.addEventListener('context-request', askAgain);
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of [target, ...addedNodes]) if (node instanceof Element) look(node);
      for (const node of addedNodes) if (node instanceof Element) lookInside(node);
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['endpoint', 'when'] });
  lookInside(document);
}

/** Loads what tells the truth about this tab, without waiting for it to stand on the page. */
function wake(): void {
  for (const tag of quiet) void load(tag);
}

/** A ticket in the address, or anything that this tab kept. */
function lookAtTab(): void {
  if (holdTicket({ location, history }) || readText(tabStorage()) !== null) wake();
}

function lookAtState({ status }: TabState): void {
  if (status !== 'none') wake();
}

/** A tab session that the page created itself, and whoever asks for one. */
function followPage(): void {
  const page = pageSlot();
  const follow = ({ tab } = page) => {
    if (!tab) return;
    lookAtState(tab.state);
    tab.subscribe(lookAtState);
  };
  follow();
  page.listeners.add(() => follow());
  page.onAsked = () => void load(provider);
  if (page.asked) page.onAsked();
}

function lookInside(root: ParentNode): void {
  for (const element of root.querySelectorAll(anyOfOurs)) look(element);
}

function look(element: Element): void {
  if (!element.matches(anyOfOurs)) return;
  if (!quiet.includes(element.localName)) {
    void load(provider);
    void load(element.localName);
  } else if (element.localName === provider && customElements.get(provider)) {
    const known = element as Element & Pick<ImpersonationProvider, 'state' | 'updateComplete'>;
    void known.updateComplete.then(() => lookAtState(known.state));
  } else if (isNeeded(element)) wake();
  else if (element.localName === provider) whenGiven(element, wake);
}

/** An element of the page's own wants what a provider gives, and there is none yet: it asks again once there is. */
function askAgain(event: Event): void {
  const { context, contextTarget, callback, subscribe } = event as ContextRequest;
  if (!contexts.includes(context) || customElements.get(provider)) return;
  const target = contextTarget ?? event.composedPath()[0];
  const again = Object.assign(new Event(event.type, { bubbles: true, composed: true }), {
    context,
    contextTarget: target,
    callback,
    subscribe,
  });
  void load(provider).then(() => target?.dispatchEvent(again));
}
