import '../../src/elements/session-activity-chart/define.js';

import { expect } from 'chai';
import { html, nothing } from 'lit';

import type { ClientMethod } from '../../src/client/memory-controls.js';
import { sampleSession } from '../../src/client/memory-seed.js';
import { createMemoryClient, type MemoryClient, type MemoryClientOptions } from '../../src/client/memory.js';
import type { ActivityQuery, SessionRecord } from '../../src/core/protocol.js';
import type { SessionActivityChart } from '../../src/elements/session-activity-chart/session-activity-chart.js';
import { expectAccessible, fixture } from '../support/fixture.js';
import { allByRole, byRole, focused, hasRole, next, textOf, until } from '../support/screen.js';

/** One session on the first of November, two on the second, … on a clock that shows the 20th. */
const sessions: SessionRecord[] = [1, 2, 3, 4].flatMap((day) =>
  Array.from({ length: day }, (_, index) =>
    sampleSession({
      id: `imp_${String(day)}_${String(index)}`,
      status: 'ended',
      endCause: day === 3 ? 'revoked' : 'ended',
      createdAt: `2026-11-0${String(day)}T10:00:00.000Z`,
      startedAt: null,
      endedAt: `2026-11-0${String(day)}T10:05:00.000Z`,
    }),
  ),
);
const fourDays = { period: 'custom', from: '2026-11-01T00:00:00Z', to: '2026-11-05T00:00:00Z' };

interface ChartOptions extends MemoryClientOptions {
  readonly before?: (client: MemoryClient) => void;
  readonly attributes?: Record<string, string>;
  /** The `:state()` to wait for. */
  readonly until?: string;
}

const is = (chart: SessionActivityChart, state: string) =>
  until(() => chart.matches(`:state(${state})`), `the state ${state}`);

async function chartPage(options: ChartOptions = {}) {
  const client = createMemoryClient({ sessions, ...options });
  options.before?.(client);
  const page = await fixture(html`${nothing}`);
  const chart = document.createElement('session-activity-chart');
  for (const [name, value] of Object.entries({ timezone: 'utc', ...fourDays, ...options.attributes }))
    chart.setAttribute(name, value);
  chart.client = client;
  const told: (readonly [string | null, string | null])[] = [];
  chart.addEventListener('session-range-change', ({ from, to }) => told.push([day(from), day(to)]));
  page.append(chart);
  await is(chart, options.until ?? 'ready');

  const said: string[] = [];
  Object.assign(document, { ariaNotify: (text: string) => said.push(text) });
  const root = chart.shadowRoot;
  if (!root) throw new Error('The chart has no shadow root');
  const plot = () => until(() => root.querySelector<HTMLElement>('[part=plot]'), 'the bars');
  const slider = (name: 'From' | 'To') => byRole<HTMLInputElement>(root, 'slider', name);
  return {
    client,
    page,
    chart,
    root,
    told,
    said,
    slider,
    queries: () =>
      client.calls
        .filter(({ method }) => method === ('activity' satisfies ClientMethod))
        .map(({ args }) => args[0] as ActivityQuery),
    press: (name: string | RegExp) => byRole(root, 'button', name).click(),
    bars: () => root.querySelectorAll('[part=bar]'),
    /** As a key moves the thumb of a slider. */
    move(name: 'From' | 'To', value: number) {
      const input = slider(name);
      input.focus();
      input.value = String(value);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    key(key: string, more: KeyboardEventInit = {}) {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...more,
      });
      focused()?.dispatchEvent(event);
      return event;
    },
    /** Presses at one bucket, and lets go at another. */
    async drag(from: number, to: number, count = 4) {
      const target = await plot();
      target.setPointerCapture = () => undefined; // a pointer that is made up cannot be captured
      const { left, width, top } = target.getBoundingClientRect();
      const at = (type: string, place: number) =>
        target.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            isPrimary: true,
            clientX: left + ((place + 0.5) / count) * width,
            clientY: top + 5,
          }),
        );
      at('pointerdown', from);
      if (from !== to) at('pointermove', to);
      at('pointerup', to);
      await chart.updateComplete;
    },
  };
}

/** `11-02` of an instant at midnight. */
const day = (instant: string | null) => instant?.replace(/^2026-(\d\d-\d\d)T00:00:00\.000Z$/, '$1') ?? null;

afterEach(() => {
  Reflect.deleteProperty(document, 'ariaNotify'); // the browser's own stands behind it
});

describe('<session-activity-chart>: what it shows', () => {
  it('has a bar for each day, and says the whole in a sentence', async () => {
    const { root, bars, chart } = await chartPage({ attributes: { bucket: 'day' } });

    expect(bars().length).to.equal(4);
    expect([...bars()].map((bar) => bar.getAttribute('height'))).to.deep.equal(['25%', '50%', '75%', '100%']);
    byRole(root, 'group', 'Sessions over time');
    expect(textOf(root)).to.contain('10 sessions. Revoked: 3. Most: 4, Nov 4, 2026.');
    await expectAccessible(chart);
  });

  it('tells the sessions with blocked requests apart in each bar', async () => {
    const { root, bars } = await chartPage({ sessions: 120, attributes: { period: '30d' } });
    const total = (part: string) =>
      [...root.querySelectorAll(`[part=${part}]`)].reduce(
        (sum, bar) => sum + parseFloat(bar.getAttribute('height') ?? ''),
        0,
      );

    expect(bars().length).to.be.above(20);
    expect(total('bar-blocked')).to.be.above(0);
    expect(textOf(root)).to.match(/119 sessions\. With blocked requests: \d+\./);
  });

  it('asks by the filters of the table, by the calendar of its zone', async () => {
    const { chart, queries } = await chartPage({
      attributes: {
        query: ' mobile ',
        status: 'ended',
        'end-cause': 'revoked',
        timezone: 'Asia/Kolkata',
        bucket: 'week',
      },
      sessions: 120,
      until: 'empty',
    });
    expect(queries()).to.deep.equal([
      {
        where: [{ field: 'any', not: false, values: ['mobile'] }],
        status: 'ended',
        endCause: 'revoked',
        from: fourDays.from,
        to: fourDays.to,
        bucket: 'week',
        timeZone: 'Asia/Kolkata',
      },
    ]);

    chart.actor = 'Priya';
    await until(() => queries().length === 2);
    expect(queries()[1]).to.include({ actor: 'Priya' });
  });

  it('is a real table on request, with the same numbers', async () => {
    const { root, chart, press } = await chartPage({ attributes: { bucket: 'day' } });
    press('View as table');
    await until(() => byRole(root, 'table', /^Sessions over time\. Times in UTC\./));

    expect(allByRole(root, 'columnheader').map(textOf).slice(0, 4)).to.deep.equal([
      'When',
      'Sessions',
      'With blocked requests',
      'Revoked',
    ]);
    expect(allByRole(root, 'row').map(textOf).slice(1)).to.deep.equal([
      'Nov 1, 2026 1 0 0',
      'Nov 2, 2026 2 0 0',
      'Nov 3, 2026 3 0 3',
      'Nov 4, 2026 4 0 0',
    ]);
    expect(chart.hasAttribute('as-table')).to.equal(true);
    expect(root.querySelectorAll('svg').length).to.equal(0);
    await expectAccessible(chart);
  });

  it('shows nothing at all without a client, and begins when there is one', async () => {
    const page = await fixture(html`<session-activity-chart></session-activity-chart>`);
    const [chart] = page.getElementsByTagName('session-activity-chart');
    if (!chart) throw new Error('no chart');
    await is(chart, 'unconfigured');
    expect(textOf(page)).to.equal('');

    chart.client = createMemoryClient();
    await is(chart, 'ready');
  });

  it('shows bars that stand for others while the first answer is slow, and not at once', async () => {
    let release: (() => void) | undefined;
    const { root, chart } = await chartPage({
      before: (client) => (release = client.hold('activity')),
      until: 'loading',
    });
    const bones = () => root.querySelectorAll('[part=skeleton]').length;
    expect(bones()).to.equal(0);
    await until(() => bones() > 0);
    await expectAccessible(chart);

    release?.();
    await is(chart, 'ready');
    expect(bones()).to.equal(0);
  });

  it('says that it is normal when there was no impersonation', async () => {
    const { root, chart } = await chartPage({ sessions: [], until: 'empty' });

    expect(textOf(root)).to.contain('No impersonation in this period That is normal');
    expect(allByRole(root, 'slider').length).to.equal(0);
    await expectAccessible(chart);
  });

  it('says why it failed, with the code, and tries again', async () => {
    const { root, chart, press } = await chartPage({
      before: (client) => void client.fail('activity', 'unavailable'),
      until: 'error',
    });

    const [alert] = allByRole(root, 'alert');
    expect(alert && textOf(alert)).to.match(/could not be loaded .* Code: unavailable/);
    await expectAccessible(chart);
    press('Try again');
    await is(chart, 'ready');
    expect(allByRole(root, 'alert').length).to.equal(0);
  });

  it('keeps its bars when the server cannot be reached, says how old they are, and comes back by itself', async () => {
    const { root, client, chart, page, bars } = await chartPage({ attributes: { bucket: 'day' } });
    const heal = client.fail('activity', 'network', Infinity);
    const failed = next(page, 'impersonation-failed');
    void chart.refresh();
    expect((await failed).error.code).to.equal('network');
    await is(chart, 'offline');

    expect(bars().length).to.equal(4);
    expect(textOf(root)).to.contain('What you see is as of Nov 20, 2026, 9:30:00');
    await expectAccessible(chart);

    heal();
    window.dispatchEvent(new Event('online'));
    await is(chart, 'ready');
  });

  it('says who could help when it may not be seen, and shows nothing that was read before', async () => {
    const { root, client, chart, bars } = await chartPage();
    client.fail('activity', 'forbidden');
    void chart.refresh();
    await is(chart, 'forbidden');

    expect(bars().length).to.equal(0);
    expect(hasRole(root, 'button', 'Try again')).to.equal(false);
    expect(textOf(root)).to.contain('You may not see this record');
    await expectAccessible(chart);
  });

  it('says so when the backend does not count', async () => {
    const { root, chart, queries } = await chartPage({
      capabilities: { activity: false },
      until: 'unsupported',
    });

    expect(textOf(root)).to.contain('This backend does not count sessions over time');
    expect(queries()).to.deep.equal([]);
    await expectAccessible(chart);
  });

  it('fits on a small screen', async () => {
    const { page, chart } = await chartPage({ sessions: 120, attributes: { period: '7d' } });
    page.style.inlineSize = '320px';

    expect(chart.scrollWidth).to.be.at.most(320);
    await expectAccessible(chart);
  });
});

describe('<session-activity-chart>: picking a range', () => {
  const byDay = { attributes: { bucket: 'day' } };

  it('takes what is dragged across, whichever way', async () => {
    const { drag, told, said, chart, root } = await chartPage(byDay);
    await drag(1, 2);
    await drag(3, 2);

    expect(told).to.deep.equal([['11-02', '11-04'], ['11-03', '11-05']]); // prettier-ignore
    expect(chart.selection).to.deep.equal({
      from: '2026-11-03T00:00:00.000Z',
      to: '2026-11-05T00:00:00.000Z',
    });
    expect(said.at(-1)).to.match(/^Nov 3\s–\s4, 2026: 7 sessions\. Revoked: 3\.$/u);
    expect(textOf(root)).to.match(/Nov 3 – 4, 2026: 7 sessions/u);
    expect(root.querySelectorAll('.bar.out').length).to.equal(2);
    await expectAccessible(chart);
  });

  it('needs no dragging: a press takes one, a second one reaches there, one inside takes it alone, and lets go', async () => {
    const { drag, told } = await chartPage(byDay);
    for (const place of [0, 2, 1, 1]) await drag(place, place);

    expect(told).to.deep.equal([['11-01', '11-02'], ['11-01', '11-04'], ['11-02', '11-03'], [null, null]]); // prettier-ignore
  });

  it('runs from right to left where one reads so', async () => {
    const { page, drag, told } = await chartPage(byDay);
    page.dir = 'rtl';
    await drag(0, 0);

    expect(told).to.deep.equal([['11-04', '11-05']]);
  });

  it('has two sliders that say where they stand, and tells once when the keys rest', async () => {
    const { slider, move, told, said, chart } = await chartPage(byDay);
    expect([slider('From').value, slider('To').value]).to.deep.equal(['0', '4']);
    expect(slider('To').getAttribute('aria-valuetext')).to.equal('Nov 4, 2026');

    move('From', 1);
    move('From', 2);
    await chart.updateComplete;
    expect(slider('From').getAttribute('aria-valuetext')).to.equal('Nov 3, 2026');
    expect([...told, ...said]).to.deep.equal([]);
    await until(() => told.length);

    expect(told).to.deep.equal([['11-03', '11-05']]);
    expect(said).to.have.lengthOf(1);
  });

  it('keeps one bucket at least: the other edge gives way', async () => {
    const { slider, move, chart } = await chartPage(byDay);
    move('To', 2);
    move('From', 3);
    await chart.updateComplete;

    expect([slider('From').value, slider('To').value]).to.deep.equal(['3', '4']);
  });

  it('tells at once on Enter, moves the whole with Shift, and lets go on Escape', async () => {
    const { move, key, told, chart } = await chartPage(byDay);
    move('To', 1);
    key('Enter');
    expect(told).to.deep.equal([['11-01', '11-02']]);

    await chart.updateComplete;
    key('ArrowRight', { shiftKey: true });
    key('ArrowRight', { shiftKey: true });
    key('Enter');
    expect(told.at(-1)).to.deep.equal(['11-03', '11-04']);

    expect(key('Escape').defaultPrevented).to.equal(true);
    await chart.updateComplete;
    expect(told.at(-1)).to.deep.equal([null, null]);
    expect(focused()?.getAttribute('name')).to.equal('end');
    expect(key('Escape').defaultPrevented).to.equal(false); // a dialog around it may close now
  });

  it('is picked from the table as well, and the focus stays where it was', async () => {
    const { root, chart, press, told } = await chartPage(byDay);
    press('View as table');
    const pick = await until(() => byRole(root, 'button', 'Nov 2, 2026'));
    pick.focus();
    pick.click();
    await chart.updateComplete;

    expect(told).to.deep.equal([['11-02', '11-03']]);
    expect(pick.ariaPressed).to.equal('true');
    expect(focused()?.textContent.trim()).to.equal('Nov 2, 2026');
  });

  it('goes back to the whole time by a button, and does not lose the focus with it', async () => {
    const { root, chart, drag, told, press } = await chartPage(byDay);
    await drag(1, 1);
    byRole(root, 'button', 'Show the whole time').focus();
    press('Show the whole time');
    await chart.updateComplete;

    expect(told.at(-1)).to.deep.equal([null, null]);
    expect(hasRole(root, 'button', 'Show the whole time')).to.equal(false);
    expect(focused()?.getAttribute('name')).to.equal('first');
  });

  it('takes a range from the page, and tells the page nothing it knows', async () => {
    const { root, chart, told, said } = await chartPage(byDay);
    chart.selection = { from: '2026-11-02T00:00:00Z', to: '2026-11-03T12:00:00Z' };
    await chart.updateComplete;

    expect(textOf(root)).to.match(/Nov 2 – 3, 2026: 5 sessions/u);
    expect([...told, ...said]).to.deep.equal([]);
  });
});
