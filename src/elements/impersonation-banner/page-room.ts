import type { ReactiveController, ReactiveControllerHost } from 'lit';

const property = '--ik-banner-block-size';

/** What its host takes from the page. */
export interface Room {
  readonly edge: 'top' | 'bottom';
  /** Whether it lies on the page and stays where it is. */
  readonly covers: boolean;
  /** Whether the browser should keep what it scrolls into view (the focus, an anchor) from ending up beneath it. */
  readonly padsScrolling: boolean;
}

/** Tells the page how much of it the host covers, as `--ik-banner-block-size` on the root element. */
export class PageRoomController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #room: () => Room;
  readonly #observer = new ResizeObserver(() => this.#publish());
  #published = '';

  constructor(host: ReactiveControllerHost & Element, room: () => Room) {
    this.#host = host;
    this.#room = room;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#published = '';
    if (holder?.by === this) giveBack();
  }

  hostUpdated(): void {
    if (this.#published && this.#published !== JSON.stringify(this.#room())) this.#publish();
  }

  #publish(): void {
    giveBack();
    const room = this.#room();
    this.#published = JSON.stringify(room);
    const size = this.#host.getBoundingClientRect().height;
    if (size === 0 || !room.covers) return;
    const page = document.documentElement;
    // Through the object model, which a strict style-src allows; an attribute it would not.
    page.style.setProperty(property, `${size}px`);
    holder = { by: this, ...(room.padsScrolling && padScrolling(page, room.edge)) };
  }
}

/** Whose height the page goes by, and what stood there before. There is one page, however many banners are on it. */
let holder: { readonly by: PageRoomController; readonly padding?: string; readonly own?: string } | undefined;

function padScrolling(page: HTMLElement, edge: Room['edge']) {
  const padding = edge === 'top' ? 'scroll-padding-block-start' : 'scroll-padding-block-end';
  const own = page.style.getPropertyValue(padding);
  const current = getComputedStyle(page).getPropertyValue(padding);
  page.style.setProperty(
    padding,
    current === 'auto' ? `var(${property})` : `calc(${current} + var(${property}))`,
  );
  return { padding, own };
}

function giveBack(): void {
  if (!holder) return;
  const { padding, own = '' } = holder;
  const page = document.documentElement;
  page.style.removeProperty(property);
  if (padding) page.style.setProperty(padding, own);
  holder = undefined;
}
