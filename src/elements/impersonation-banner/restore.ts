import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { TabSession } from '../../client/tab-session.js';
import { tabSessionContext } from '../../context/contexts.js';
import { outwards } from '../internal/outwards.js';
import { warn } from '../internal/warn.js';

/** Milliseconds from being taken away to being put back; each time longer for a page that keeps at it. */
const pauses = { first: 100, longest: 1000 };
/** Taken away again this soon after it was put back, in milliseconds, it is the same struggle. */
const sameStruggle = 5000;

interface Gap {
  readonly path: readonly Node[];
  readonly before: Node | null;
  readonly after: Node | null;
}

/** Those that stand on the page. */
const present = new Set<RestoreController>();

/**
 * Puts its host back when something takes it from a page on which somebody is impersonated: where it was, or else as near
 * as there is a place that the provider still speaks to. Another banner there is as good. A page that takes it away again
 * and again has it back once a second, and goes on working.
 */
export class RestoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #edge: () => 'top' | 'bottom';
  /** Knows what stood beside the host at the moment it went. */
  readonly #observer = new MutationObserver(() => undefined);
  #path: readonly Node[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = 0;
  #putBackAt: number | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, edge: () => 'top' | 'bottom') {
    this.#host = host;
    this.#edge = edge;
    host.addController(this);
  }

  hostConnected(): void {
    clearTimeout(this.#timer);
    this.#path = [...ancestorsOf(this.#host)];
    const [parent] = this.#path;
    if (parent) this.#observer.observe(parent, { childList: true });
    present.add(this);
    const tab = tabAt(this.#host, this.#host);
    for (const other of present) if (tab && other !== this) other.#makeWay(this, tab);
  }

  hostDisconnected(): void {
    const removal = this.#observer
      .takeRecords()
      .reverse()
      .find(({ removedNodes }) => [...removedNodes].includes(this.#host));
    this.#observer.disconnect();
    present.delete(this);
    const gap = {
      path: this.#path,
      before: removal?.nextSibling ?? null,
      after: removal?.previousSibling ?? null,
    };
    const again = this.#putBackAt !== null && performance.now() - this.#putBackAt < sameStruggle;
    this.#pause = again ? Math.min(this.#pause * 2, pauses.longest) : pauses.first;
    // By then whoever moves the element, or draws the page anew with another one, has done so.
    this.#timer = setTimeout(() => this.#restore(gap), this.#pause);
  }

  #restore({ path, before, after }: Gap): void {
    const host = this.#host;
    const places = path.filter((node) => node.isConnected && isWatched(tabAt(node, host)));
    const tab = places[0] && tabAt(places[0], host);
    if (!tab || [...present].some((other) => other.#servesAs(tab))) return;
    this.#putBackAt = performance.now();
    const [parent] = path;
    if (before?.parentNode && before.parentNode === parent) parent.insertBefore(host, before);
    else if (after?.parentNode && after.parentNode === parent) parent.insertBefore(host, after.nextSibling);
    else {
      // Where it would not be drawn (what was to hold it does not say where), it goes further out.
      places.some((place) => {
        place.insertBefore(host, this.#edge() === 'top' ? place.firstChild : null);
        return host.checkVisibility();
      });
    }
    if (this.#pause !== pauses.first) return;
    warn(
      `<${host.localName}> was taken from the page while somebody is impersonated here, so it was put back. ` +
        'It goes when the impersonation is ended, or another one stands in its place.',
    );
  }

  /** Whether a person sees by this one what they would see by another of that tab. */
  #servesAs(tab: TabSession): boolean {
    return this.#host.checkVisibility() && tabAt(this.#host, this.#host) === tab;
  }

  /** The page has put one of its own where this one was put back. */
  #makeWay(newcomer: RestoreController, tab: TabSession): void {
    if (this.#putBackAt === null || !newcomer.#servesAs(tab) || !this.#servesAs(tab)) return;
    this.#putBackAt = null;
    this.#host.remove();
  }
}

const isWatched = (tab: TabSession | undefined) =>
  tab?.state.status === 'active' || tab?.state.status === 'unknown';

/** The tab session that a provider hands down at this place, if there is a provider. */
function tabAt(place: Node, asking: HTMLElement): TabSession | undefined {
  let tab: TabSession | undefined;
  place.dispatchEvent(
    new ContextEvent(tabSessionContext, asking, (value) => {
      tab = value;
    }),
  );
  return tab;
}

/** From the parent outwards, across shadow roots. */
function* ancestorsOf(node: Node): Generator<Node> {
  for (let next = outwards(node); next && next !== document; next = outwards(next)) yield next;
}
