import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import {
  changeTerms,
  compileQuery,
  formatTerm,
  parseQuery,
  withoutTerm,
  type QueryProblem,
  type Term,
} from '../../core/query/index.js';
import type { FilterBar } from './filter-bar.js';
import { icons } from './icons.js';
import { sayTerm } from './query-words.js';

/** The field in which the question is typed. */
export function queryField(bar: FilterBar): TemplateResult {
  const { filters, localize, change } = bar;
  const words = localize.messages.query;
  const problems = problemsOf(bar);
  return html`<label class="filter wide">
    <span class="filter-label">${words.label}</span>
    <span class="with-icon"
      >${icons.search}<input
        class="field"
        part="query"
        name="query"
        type="search"
        maxlength="1000"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder=${words.placeholder}
        aria-invalid=${problems.length > 0}
        aria-describedby=${problems.length ? 'query-problems' : nothing}
        .value=${live(filters.query)}
        @input=${(event: InputEvent) => change({ query: (event.target as HTMLInputElement).value }, 'typing')}
    /></span>
  </label>`;
}

/** What in it was not understood, and what may have been meant. */
export function queryProblems(bar: FilterBar): TemplateResult | typeof nothing {
  const problems = problemsOf(bar);
  const words = bar.localize.messages.query;
  if (!problems.length) return nothing;
  return html`<ul class="problems" id="query-problems" part="query-problems">
    ${problems.map(
      (problem) =>
        html`<li>
          ${icons.alert}<span>${words.problems[problem.code](problem)}</span>
          ${problem.suggestion === null ? nothing : suggestion(bar, problem, problem.suggestion)}
        </li>`,
    )}
  </ul>`;
}

/** The same question, a filter at a time. */
export function queryChips(bar: FilterBar): TemplateResult | typeof nothing {
  const { filters, localize } = bar;
  const terms = parseQuery(filters.query);
  const words = localize.messages.query;
  if (!terms.length) return nothing;
  const wrong = new Set(problemsOf(bar).map(({ index }) => index));
  return html`<ul class="chips" aria-label=${words.chips}>
    ${terms.map((term, index) => {
      const text = sayTerm(bar, term);
      return html`<li class="chip" part="chip" data-not=${term.not} data-wrong=${wrong.has(index)}>
        <bdi>${text}</bdi>
        ${wrong.has(index) ? html`<span class="visually-hidden">${words.ignored}</span>` : nothing}
        <button
          class="chip-remove"
          part="chip-remove"
          type="button"
          aria-label=${words.remove({ filter: text })}
          @click=${() => bar.ask(withoutTerm(filters.query, index))}
        >
          ${icons.close}
        </button>
      </li>`;
    })}
  </ul>`;
}

const problemsOf = ({ filters, zone, now }: FilterBar) =>
  compileQuery(parseQuery(filters.query), { zone, now }).problems;

function suggestion(bar: FilterBar, problem: QueryProblem, meant: string) {
  const [term] = parseQuery(bar.filters.query).filter((_, index) => index === problem.index);
  if (term?.kind !== 'field') return nothing;
  const better: Term =
    problem.code === 'unknown-key'
      ? { ...term, key: meant }
      : { ...term, values: term.values.map((value) => (value === problem.value ? meant : value)) };
  const text = bar.localize.messages.query.meant({ text: formatTerm(better) });
  const use = () =>
    bar.ask(changeTerms(bar.filters.query, (other, index) => (index === problem.index ? better : other)));
  return html`<button class="button small" part="suggestion" type="button" @click=${use}>${text}</button>`;
}
