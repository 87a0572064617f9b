/**
 * Runs in the browser: shows one contestant, and does to it what is measured.
 *
 * @module
 */

import '../../../src/elements/session-audit-table/define.js';

import type { SessionSort } from '../../../src/core/protocol.js';
import { Prototype } from './prototype.js';
import { sessionsInColumns } from './sessions.js';

export interface Smoothness {
  /** Frames that were not drawn in time. */
  readonly dropped: number;
  /** Frames in which some part of the view had no row. */
  readonly blank: number;
}

interface Question {
  readonly sort?: SessionSort;
  readonly word?: string;
}

interface Contestant {
  readonly element: HTMLElement;
  scroller(): HTMLElement;
  rows(): NodeListOf<HTMLElement>;
  ask(question: Question): void;
}

/** Until what was done is on the screen. */
const painted = () =>
  new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));

async function measured(work: () => void, done: () => boolean): Promise<number> {
  const start = performance.now();
  work();
  while (!done()) await new Promise((resolve) => setTimeout(resolve));
  return (await painted()) - start;
}

let shown: Contestant;

export const bench = {
  prepare(kind: 'element' | 'prototype', count: number): void {
    shown = kind === 'element' ? element(count) : prototype(count);
  },

  /** Milliseconds until the first rows are on the screen. */
  mount: () =>
    measured(
      () => {
        document.body.append(shown.element);
        shown.ask({});
      },
      () => shown.rows().length > 3,
    ),

  /** Milliseconds until the rows of another question are on the screen. */
  ask(question: Question): Promise<number> {
    const before = shown.rows()[1]?.textContent;
    return measured(
      () => shown.ask(question),
      () => shown.rows()[1]?.textContent !== before,
    );
  },

  /** The whole way down in so many frames; or, with `step`, so many pixels a frame. */
  async scroll(frames: number, step?: number): Promise<Smoothness> {
    const scroller = shown.scroller();
    if (!step) scroller.scrollTop = 0;
    const distance = step ?? (scroller.scrollHeight - scroller.clientHeight) / frames;
    let [dropped, blank] = [0, 0];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < frames; frame++) {
      // Before the next frame, as a wheel does, so that it is drawn with the rows of the new place.
      await new Promise((resolve) => setTimeout(resolve));
      scroller.scrollTop += distance;
      const now = await new Promise<number>(requestAnimationFrame);
      dropped += Math.max(0, Math.round((now - before) / (1000 / 60)) - 1);
      before = now;
      if (isBlank(scroller)) blank++;
    }
    return { dropped, blank };
  },
};

function isBlank(scroller: HTMLElement): boolean {
  const view = scroller.getBoundingClientRect();
  let covered = view.top + 60; // below the head
  for (const row of shown.rows()) {
    const { top, bottom } = row.getBoundingClientRect();
    if (top <= covered + 1 && bottom > covered) covered = bottom;
  }
  return covered < view.bottom - 20; // above a scroll bar
}

function element(count: number): Contestant {
  const table = document.createElement('session-audit-table');
  table.timezone = 'utc';
  table.period = 'all';
  table.dataSource = sessionsInColumns(count);
  return {
    element: table,
    scroller: () => table.shadowRoot?.querySelector<HTMLElement>('.scroller') ?? table,
    rows: () =>
      table.shadowRoot?.querySelectorAll<HTMLElement>('.rows > .row') ?? document.querySelectorAll('none'),
    ask({ sort, word }) {
      if (sort) table.sort = sort;
      if (word) table.query = word;
    },
  };
}

function prototype(count: number): Contestant {
  const table = new Prototype();
  const source = sessionsInColumns(count);
  return {
    element: table.scroller,
    scroller: () => table.scroller,
    rows: () => table.scroller.querySelectorAll<HTMLElement>('tbody > tr:has(td)'),
    async ask({ sort, word }) {
      const where = word ? [{ field: 'any' as const, not: false, values: [word] }] : undefined;
      const query = { ...(sort && { sort }), ...(where && { where }) };
      table.show(await source.open(query, { signal: new AbortController().signal }));
    },
  };
}

Object.assign(window, { bench });
