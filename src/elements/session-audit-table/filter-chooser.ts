import { html, type TemplateResult } from 'lit';

import { queryKeys, queryValues, withFilter } from '../../core/query/index.js';
import type { FilterBar } from './filter-bar.js';
import { sayValue } from './query-words.js';

/** What can be chosen here; a time is chosen by the period. */
const keys = queryKeys.filter((key) => key !== 'time');

/** A filter put together by choosing, for whoever does not type it. */
export function filterChooser(bar: FilterBar): TemplateResult {
  const words = bar.localize.messages.query;
  const { draft } = bar;
  const option = (value: string, text: string, chosen: string) =>
    html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const value = new FormData(event.target as HTMLFormElement).get('value');
    if (typeof value !== 'string' || !value.trim()) return;
    bar.ask(withFilter(bar.filters.query, { ...draft, value: value.trim() }));
  };
  return html`<form class="panel" part="panel" tabindex="-1" aria-label=${words.add} @submit=${onSubmit}>
    <label class="filter">
      <span class="filter-label">${words.field}</span>
      <select
        class="field"
        @change=${(event: Event) =>
          bar.redraft({ key: (event.target as HTMLSelectElement).value as (typeof keys)[number] })}
      >
        ${keys.map((key) => option(key, words.keys[key], draft.key))}
      </select>
    </label>
    <label class="filter">
      <span class="filter-label">${words.how}</span>
      <select
        class="field"
        @change=${(event: Event) => bar.redraft({ not: (event.target as HTMLSelectElement).value === 'not' })}
      >
        ${option('is', words.including, draft.not ? 'not' : 'is')}
        ${option('not', words.excluding, draft.not ? 'not' : 'is')}
      </select>
    </label>
    <label class="filter">
      <span class="filter-label">${words.value}</span>
      ${
        draft.key in queryValues
          ? html`<select class="field" name="value">
              ${queryValues[draft.key as keyof typeof queryValues].map((value) =>
                option(value, sayValue(bar, draft.key, value), ''),
              )}
            </select>`
          : html`<input class="field" name="value" required maxlength="200" autocomplete="off" />`
      }
    </label>
    <button class="button primary" type="submit">${words.submit}</button>
  </form>`;
}
