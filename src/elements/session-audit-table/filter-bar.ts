import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { asksForTime, changeTerms, isTime, parseQuery } from '../../core/query/index.js';
import { isNarrowed, periods, type Filters, type Period } from '../internal/session-filters.js';
import { fromWallTime, toWallTime } from '../internal/zone.js';
import type { Asking } from './asking.js';
import { disclosureButton } from './disclosure-button.js';
import { icons } from './icons.js';
import { queryChips, queryField, queryProblems } from './query-field.js';
import type { Scene } from './words.js';
import { zoneField } from './zone-field.js';

export interface FilterBar extends Scene, Asking {
  readonly filters: Filters;
  /** `typing`: more of it is likely to follow. */
  change(filters: Partial<Filters>, typing?: 'typing'): void;
  clear(): void;
}

/** What narrows the list: the question, as text and as chips, and the time. Each applies by itself. */
export function filterBar(bar: FilterBar): TemplateResult {
  return html`<div
    class="filters"
    part="filters"
    role="search"
    aria-label=${bar.localize.messages.table.filters.label}
  >
    ${queryField(bar)} ${addFilter(bar)}
    <label class="filter"
      ><span class="filter-label">${bar.localize.messages.table.filters.period}</span
      >${periodField(bar)}</label
    >
    ${zoneField(bar)} ${secondRow(bar)} ${queryProblems(bar)}
  </div>`;
}

function addFilter(bar: FilterBar) {
  const { disclosure, localize } = bar;
  const label = [icons.plus, localize.messages.query.add];
  return disclosureButton(
    { localize, disclosure, panel: 'add-filter', part: 'add-filter-button', label, content: bar.chooser },
    (filterChooser) => filterChooser(bar),
  );
}

function secondRow(bar: FilterBar) {
  const custom = bar.filters.period === 'custom' && !isTyped(bar);
  const narrowed = isNarrowed(bar.filters);
  if (!custom && !narrowed) return nothing;
  return html`<div class="filter-row">
    ${custom ? [instantField(bar, 'from'), instantField(bar, 'to')] : nothing} ${queryChips(bar)}
    ${
      narrowed
        ? html`<button class="button small clear" part="clear-button" type="button" @click=${bar.clear}>
            ${icons.close}${bar.localize.messages.table.filters.clear}
          </button>`
        : nothing
    }
  </div>`;
}

const isTyped = ({ filters }: FilterBar) => asksForTime(parseQuery(filters.query));

function periodField(bar: FilterBar) {
  const { filters, localize, now, change } = bar;
  const typed = isTyped(bar);
  const onChange = (event: Event) => {
    const period = (event.target as HTMLSelectElement).value as Period;
    // A custom period starts out as the last day, so that nobody faces two empty fields.
    const from = new Date(now - 86_400_000).toISOString();
    change({
      period,
      ...(period === 'custom' && !filters.from && { from }),
      ...(typed && { query: changeTerms(filters.query, (term) => (isTime(term) ? null : term)) }),
    });
  };
  return html`<select class="field" part="field" name="period" @change=${onChange}>
    ${typed ? html`<option value="" .selected=${live(true)}>${localize.messages.query.typed}</option>` : nothing}
    ${periods.map(
      (period) =>
        html`<option value=${period} .selected=${live(!typed && period === filters.period)}>
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
