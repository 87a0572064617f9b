import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { webAddress } from './address.js';
import type { Moment } from './moment.js';
import { markHead, type HeadMarks } from './page-head.js';

interface Host extends ReactiveControllerHost {
  readonly marks: string;
  readonly titlePrefix: string | undefined;
  readonly faviconHref: string | undefined;
}

/** Marks the page's title and icon as its host wants it, while somebody is impersonated or nobody can tell. */
export class MarksController implements ReactiveController {
  readonly #host: Host;
  readonly #now: () => { readonly moment: Moment; readonly titleMark: string };
  #applied = 'null';

  constructor(host: Host, now: () => { readonly moment: Moment; readonly titleMark: string }) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  /** Whether the host wants this mark. */
  has(mark: 'title' | 'favicon' | 'print'): boolean {
    return this.#host.marks.split(/\s+/).includes(mark);
  }

  hostUpdated(): void {
    this.#apply(this.#wanted());
  }

  hostDisconnected(): void {
    this.#apply(null);
  }

  #wanted(): HeadMarks | null {
    const { moment, titleMark } = this.#now();
    const { state } = moment;
    if (state.status !== 'active' && !(state.status === 'unknown' && state.error)) return null;
    const { titlePrefix = titleMark, faviconHref } = this.#host;
    return {
      title: this.has('title') ? titlePrefix : null,
      icon: this.has('favicon') ? webAddress(faviconHref) : null,
    };
  }

  #apply(marks: HeadMarks | null): void {
    const now = JSON.stringify(marks);
    if (now === this.#applied) return;
    this.#applied = now;
    markHead(this, marks);
  }
}
