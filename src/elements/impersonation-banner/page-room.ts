import type { ReactiveController, ReactiveControllerHost } from 'lit';

const property = '--ik-banner-block-size';

/**
 * Tells the page how high its host is, as `--ik-banner-block-size` on the root element, and keeps what the browser scrolls
 * into view (the focus, an anchor) from ending up beneath it.
 */
export class PageRoomController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #edge: () => 'top' | 'bottom';
  readonly #observer = new ResizeObserver(() => this.#publish());

  constructor(host: ReactiveControllerHost & Element, edge: () => 'top' | 'bottom') {
    this.#host = host;
    this.#edge = edge;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    if (holder?.by === this) giveBack();
  }

  #publish(): void {
    giveBack();
    const size = this.#host.getBoundingClientRect().height;
    if (size === 0) return;
    const padding = this.#edge() === 'top' ? 'scroll-padding-block-start' : 'scroll-padding-block-end';
    const page = document.documentElement;
    const own = page.style.getPropertyValue(padding);
    const current = getComputedStyle(page).getPropertyValue(padding);
    // Through the object model, which a strict style-src allows; an attribute it would not.
    page.style.setProperty(property, `${size}px`);
    page.style.setProperty(
      padding,
      current === 'auto' ? `var(${property})` : `calc(${current} + var(${property}))`,
    );
    holder = { by: this, padding, own };
  }
}

/** Whose height the page goes by, and what stood there before. There is one page, however many banners are on it. */
let holder: { readonly by: PageRoomController; readonly padding: string; readonly own: string } | undefined;

function giveBack(): void {
  if (!holder) return;
  const page = document.documentElement;
  page.style.removeProperty(property);
  page.style.setProperty(holder.padding, holder.own);
  holder = undefined;
}
