import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Activity } from '../../core/protocol.js';
import type { Bucket, Picked } from './brush.js';
import { tickOf, timeOf, type Scene } from './words.js';

export interface Plot extends Scene {
  readonly activity: Activity;
  readonly picked: Picked | null;
  /** The bucket under the pointer. */
  readonly hovered: number | null;
  move(edge: 'first' | 'end', value: number): void;
  key(event: KeyboardEvent): void;
  pointer(event: PointerEvent): void;
}

/** The bars, what is picked of them, and the axis. Two sliders lie on them, for keys and for who cannot see the bars. */
export function plot(view: Plot): TemplateResult {
  const { activity, localize, pointer } = view;
  const top = scaleOf(activity.buckets);
  return html`<div class="chart">
    <div class="scale" part="axis" aria-hidden="true">
      <span part="tick">${localize.number(top)}</span>
      ${top > 1 ? html`<span part="tick">${localize.number(top / 2)}</span>` : nothing}
      <span part="tick">0</span>
    </div>
    <div
      class="plot"
      part="plot"
      @keydown=${view.key}
      @pointerdown=${pointer}
      @pointermove=${pointer}
      @pointerup=${pointer}
      @pointercancel=${pointer}
      @pointerleave=${pointer}
    >
      ${slider(view, 'first')} ${slider(view, 'end')}
      <svg
        class="drawing ${activity.buckets.length > 100 ? 'fine' : ''}"
        part="svg"
        aria-hidden="true"
        focusable="false"
      >
        ${drawing(view, top)}
      </svg>
    </div>
    <div class="times" part="axis" aria-hidden="true">${ticks(view)}</div>
  </div>`;
}

function slider(view: Plot, edge: 'first' | 'end') {
  const { localize, activity, picked, move } = view;
  const { bucket: size, buckets } = activity;
  const { first, end } = picked ?? { first: 0, end: buckets.length };
  const [value, least, shown] = edge === 'first' ? [first, 0, first] : [end, 1, end - 1];
  const there = buckets[shown];
  return html`<input
    class="edge"
    type="range"
    name=${edge}
    aria-label=${localize.messages.chart[edge]}
    aria-valuetext=${there ? timeOf(view, size, [there]) : nothing}
    min=${least}
    max=${least + buckets.length - 1}
    step="1"
    .value=${live(String(value))}
    @input=${(event: InputEvent) => move(edge, Number((event.target as HTMLInputElement).value))}
  />`;
}

function drawing({ activity: { buckets }, picked, hovered }: Plot, top: number) {
  const slot = 100 / buckets.length;
  const width = Math.min(slot * (buckets.length > 100 ? 0.9 : 0.78), 10);
  const isIn = (index: number) => !picked || (index >= picked.first && index < picked.end);
  return svg`
    <line class="grid" x1="0" x2="100%" y1="0" y2="0" />
    <line class="grid" x1="0" x2="100%" y1="50%" y2="50%" />
    ${picked ? svg`<rect class="brush" part="brush" x=${percent(picked.first * slot)} y="0" width=${percent((picked.end - picked.first) * slot)} height="100%" />` : nothing}
    ${hovered === null ? nothing : svg`<rect class="hover" x=${percent(hovered * slot)} y="0" width=${percent(slot)} height="100%" />`}
    ${buckets.map(({ count, blocked }, index) => {
      const place = { x: percent(index * slot + (slot - width) / 2), width: percent(width) };
      const [whole, part] = [heightOf(count / top), heightOf(blocked / top)];
      return svg`
        ${bar('bar', place, whole, whole - part, isIn(index))}
        ${bar('bar-blocked', place, part, part, isIn(index))}`;
    })}
    ${[picked?.first, picked?.end].map((edge, index) => {
      const at = percent((edge ?? (index ? buckets.length : 0)) * slot);
      const name = `handle ${index ? 'end' : 'first'} ${picked ? '' : 'idle'}`;
      return svg`<line class=${name} x1=${at} x2=${at} y1="0" y2="100%" />`;
    })}
    <line class="ground" x1="0" x2="100%" y1="100%" y2="100%" />
  `;
}

/** In percent. One session among thousands is still to be seen. */
const heightOf = (share: number) => share && Math.max(share * 100, 2);

/** From `top` downwards. */
function bar(
  name: 'bar' | 'bar-blocked',
  { x, width }: Record<'x' | 'width', string>,
  top: number,
  height: number,
  isIn: boolean,
) {
  if (height <= 0) return nothing;
  return svg`<rect class=${isIn ? name : `${name} out`} part=${name} x=${x} y=${percent(100 - top)} width=${width} height=${percent(height)} />`;
}

const percent = (value: number) => `${String(Math.round(value * 1000) / 1000)}%`;

/** What the top of the chart stands for: the first of 1, 2, 4, 6, 8, 10, 20, 40 … that no bar is higher than. */
function scaleOf(buckets: readonly Bucket[]): number {
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  const power = 10 ** Math.floor(Math.log10(most));
  const steps = power === 1 ? [1, 2, 4, 6, 8, 10] : [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10];
  return power * (steps.find((step) => step * power >= most) ?? 10);
}

function ticks(view: Plot) {
  const { bucket: size, buckets } = view.activity;
  const last = buckets.length - 1;
  const places = last < 2 ? [...new Set([0, last])] : [0, Math.floor(last / 2), last];
  return places.map((place) => {
    const bucket = buckets[place];
    return bucket ? html`<span part="tick">${tickOf(view, size, bucket)}</span>` : nothing;
  });
}
