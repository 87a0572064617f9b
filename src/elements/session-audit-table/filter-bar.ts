import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { endCauses, type EndCause, type Status } from '../../core/protocol.js';
import { isNarrowed, periods, type Filters, type Period } from '../internal/session-filters.js';
import { icons } from './icons.js';
import type { Scene } from './words.js';
import { fromWallTime, toWallTime } from '../internal/zone.js';

interface FilterBar extends Scene {
  readonly filters: Filters;
  /** `typing`: more of it is likely to follow. */
  change(filters: Partial<Filters>, typing?: 'typing'): void;
  clear(): void;
}

/** The fields by which the list is narrowed. Each applies by itself; there is nothing to submit. */
export function filterBar(bar: FilterBar): TemplateResult {
  const { localize } = bar;
  const words = localize.messages.table.filters;
  return html`
    <form
      class="filters"
      part="filters"
      role="search"
      aria-label=${words.label}
      @submit=${(event: Event) => event.preventDefault()}
    >
      <label class="filter wide">
        <span class="filter-label">${words.query}</span>
        <span class="with-icon">${icons.search}${textField(bar, 'query', 'search')}</span>
      </label>
      <label class="filter">
        <span class="filter-label">${words.actor}</span>${textField(bar, 'actor', 'text')}
      </label>
      <label class="filter">
        <span class="filter-label">${words.subject}</span>${textField(bar, 'subject', 'text')}
      </label>
      <label class="filter"><span class="filter-label">${words.status}</span>${statusField(bar)}</label>
      <label class="filter"><span class="filter-label">${words.period}</span>${periodField(bar)}</label>
      ${secondRow(bar)}
    </form>
  `;
}

function secondRow(bar: FilterBar) {
  const custom = bar.filters.period === 'custom';
  const narrowed = isNarrowed(bar.filters);
  if (!custom && !narrowed) return nothing;
  return html`<div class="filter-row">
    ${custom ? [instantField(bar, 'from'), instantField(bar, 'to')] : nothing}
    ${
      narrowed
        ? html`<button class="button clear" part="clear-button" type="button" @click=${bar.clear}>
            ${icons.close}${bar.localize.messages.table.filters.clear}
          </button>`
        : nothing
    }
  </div>`;
}

function textField(
  { filters, localize, change }: FilterBar,
  name: 'query' | 'actor' | 'subject',
  type: string,
) {
  return html`<input
    class="field"
    part="field"
    name=${name}
    type=${type}
    maxlength="200"
    autocomplete="off"
    spellcheck="false"
    placeholder=${name === 'query' ? nothing : localize.messages.table.filters.person}
    .value=${live(filters[name])}
    @input=${(event: InputEvent) => change({ [name]: (event.target as HTMLInputElement).value }, 'typing')}
  />`;
}

/** What the value of an option begins with when it stands for a cause. */
const cause = 'cause:';

/** Status and end cause in one list: a cause is a way of having ended. */
function statusField({ filters, localize, change }: FilterBar) {
  const { endCauses: causes, table } = localize.messages;
  const { anyStatus, anyEnd, endedHow } = table.filters;
  const chosen = filters.endCause ? `${cause}${filters.endCause}` : filters.status;
  const option = (value: string, text: string) =>
    html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`;
  const onChange = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    if (value.startsWith(cause)) change({ status: 'ended', endCause: value.slice(cause.length) as EndCause });
    else change({ status: value as Status | '', endCause: '' });
  };
  return html`<select class="field" part="field" name="status" @change=${onChange}>
    ${option('', anyStatus)} ${option('active', table.statuses.active)}
    ${option('pending', table.statuses.pending)} ${option('ended', anyEnd)}
    <optgroup label=${endedHow}>${endCauses.map((end) => option(`${cause}${end}`, causes[end]))}</optgroup>
  </select>`;
}

function periodField({ filters, localize, now, change }: FilterBar) {
  const onChange = (event: Event) => {
    const period = (event.target as HTMLSelectElement).value as Period;
    // A custom period starts out as the last day, so that nobody faces two empty fields.
    const from = new Date(now - 86_400_000).toISOString();
    change(period === 'custom' && !filters.from ? { period, from } : { period });
  };
  return html`<select class="field" part="field" name="period" @change=${onChange}>
    ${periods.map(
      (period) =>
        html`<option value=${period} .selected=${live(period === filters.period)}>
          ${localize.messages.table.periods[period]}
        </option>`,
    )}
  </select>`;
}

function instantField({ filters, zone, localize, change }: FilterBar, name: 'from' | 'to') {
  const instant = Date.parse(filters[name]);
  const onChange = (event: Event) => {
    const chosen = fromWallTime((event.target as HTMLInputElement).value, zone);
    change({ [name]: chosen === null ? '' : new Date(chosen).toISOString() }, 'typing');
  };
  return html`<label class="filter instant">
    <span class="filter-label">${localize.messages.table.filters[name]({ zone })}</span>
    <input
      class="field"
      part="field"
      name=${name}
      type="datetime-local"
      .value=${Number.isNaN(instant) ? '' : toWallTime(instant, zone)}
      @change=${onChange}
    />
  </label>`;
}
