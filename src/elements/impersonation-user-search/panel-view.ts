/**
 * What hangs below the field: the people, or why there are none.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { UserSummary } from '../../core/protocol.js';
import type { LocalizeController } from '../internal/localize.js';
import type { FoundPeople } from './found-people.js';
import { icons } from './panel-icons.js';
import { optionView, type Detail } from './option-view.js';
import type { Situation } from './situation.js';

export interface PanelModel {
  readonly situation: Situation;
  readonly people: readonly UserSummary[];
  readonly found: FoundPeople;
  /** What is typed. */
  readonly query: string;
  readonly minLength: number;
  readonly active: number;
  readonly details: readonly Detail[];
  readonly localize: LocalizeController<'search'>;
  choose(user: UserSummary): void;
  more(): void;
  retry(): void;
}

export function panelView(model: PanelModel): TemplateResult {
  const { situation, localize, query } = model;
  const words = localize.messages.search;
  return html`
    ${noticeView(model)} ${listView(model)}
    <div class="quiet" part="empty" ?hidden=${situation !== 'empty'}>
      ${words.noResults({ query })} <slot name="empty"></slot>
    </div>
    ${footView(model)}
    <slot name="footer"></slot>
  `;
}

function listView({ situation, people, found, active, details, localize, choose }: PanelModel) {
  const words = localize.messages.search;
  const { phase } = found;
  const waiting = phase.is === 'loading' && phase.task === 'first';
  if (!people.length) return waiting && phase.slow ? skeletons : nothing;
  const query = situation === 'recents' ? '' : found.query;
  const label =
    situation === 'recents'
      ? words.recent
      : phase.is === 'failed' && phase.task === 'first'
        ? words.foundFor({ query })
        : words.results;
  return html`<div
    id="list"
    class="list"
    part="list"
    role="listbox"
    tabindex="-1"
    aria-label=${words.list}
    aria-busy=${waiting}
    @mousedown=${keepFocus}
  >
    <div role="group" aria-labelledby="group" class="group" ?data-old=${waiting && phase.slow}>
      <div id="group" class="group-label" part="group-label" role="presentation">${label}</div>
      ${repeat(
        people,
        ({ id }) => id,
        (user, index) =>
          optionView({ user, index, active: index === active, query, details, localize, choose }),
      )}
    </div>
  </div>`;
}

function footView({ situation, people, found, localize, more }: PanelModel) {
  const words = localize.messages.search;
  if (!people.length || situation === 'recents') return nothing;
  const waiting = found.phase.is === 'loading' && found.phase.task === 'more';
  const shown = localize.number(people.length);
  const { total } = found;
  const all = total && !total.atLeast && total.count > people.length ? localize.number(total.count) : null;
  return html`<div class="foot" part="count">
    <bdi
      >${all ? words.shownOf({ shown, total: all }) : words.count({ count: people.length, number: shown })}</bdi
    >
    ${
      found.hasMore
        ? html`<button
            class="button small"
            part="load-more"
            type="button"
            aria-disabled=${waiting}
            @mousedown=${keepFocus}
            @click=${more}
          >
            ${waiting ? words.loading : words.loadMore}
          </button>`
        : nothing
    }
  </div>`;
}

function noticeView({ situation, found, minLength, localize, retry }: PanelModel) {
  const words = localize.messages.search;
  const { error, secondsToWait } = found;
  switch (situation) {
    case 'idle':
      return html`<p class="quiet">${words.hint}</p>`;
    case 'too-short':
      return html`<p class="quiet">${words.tooShort({ min: localize.number(minLength) })}</p>`;
    case 'forbidden':
      return notice(icons.lock, words.forbidden, words.forbiddenHint);
    case 'rate-limited':
      return secondsToWait
        ? notice(icons.clock, words.rateLimited, words.goesOn({ time: localize.countdown(secondsToWait) }))
        : notice(icons.clock, words.rateLimited, words.waitAMoment, retryButton());
    case 'offline':
      return notice(icons.offline, words.offline, words.offlineHint, retryButton());
    case 'error':
      return notice(
        icons.alert,
        words.failed,
        html`${error && localize.error(error)} <code>${words.code({ code: error?.code ?? '' })}</code>`,
        retryButton(),
      );
    default:
      return nothing;
  }

  function retryButton(): TemplateResult {
    return html`<button
      class="button small"
      part="retry-button"
      type="button"
      @mousedown=${keepFocus}
      @click=${retry}
    >
      ${words.retry}
    </button>`;
  }
}

function notice(
  icon: TemplateResult,
  title: string,
  text: string | TemplateResult,
  button: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="notice" part="error">
    ${icon}
    <div>
      <p class="notice-title">${title}</p>
      <p class="notice-text" part="error-message">${text}</p>
    </div>
    ${button}
  </div>`;
}

const skeletons = html`<div class="skeletons" aria-hidden="true">
  ${[1, 2, 3].map(() => html`<div class="skeleton" part="skeleton"><span></span><span></span></div>`)}
</div>`;

/** The focus stays in the field, whatever is pressed with the pointer. */
const keepFocus = (event: Event) => event.preventDefault();
