import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { ImpersonationError } from '../../core/errors.js';
import type { SessionEvent } from '../../core/protocol.js';
import { isMode, type EndCause } from '../../core/vocabulary.js';
import { icon } from '../internal/icon.js';
import { groupEvents, type Happening } from './group-events.js';
import { icons } from './icons.js';
import type { EventPages } from './session-events.js';
import { clockTemplate, type Scene } from './words.js';

const dotIcon = icon('M8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z');

export interface EventList extends Scene {
  /** `null` when the backend keeps no events. */
  readonly events: EventPages | null;
  more(): void;
  retry(): void;
}

/** What happened in one session, oldest first. */
export function eventList(list: EventList): TemplateResult {
  const words = list.localize.messages.table.events;
  return html`<section class="events" part="events" aria-busy=${list.events?.loading ?? false}>
    <p class="events-heading">${words.heading}</p>
    ${list.events ? timeline(list, list.events) : html`<p class="second">${words.unsupported}</p>`}
  </section>`;
}

function timeline(list: EventList, { items, hasMore, loading, error }: EventPages) {
  const { record, table } = list.localize.messages;
  if (error) {
    return html`${happenings(list, items)}
      <div class="inline-error" role="alert">
        ${icons.alert}<span>${list.localize.error(error)} <code>${error.code}</code></span>
        <button class="button small" type="button" @click=${list.retry}>${record.retry}</button>
      </div>`;
  }
  if (!items.length) {
    return html`<p class="second ${loading ? 'late' : ''}">
      ${loading ? record.loading : table.events.empty}
    </p>`;
  }
  return html`${happenings(list, items)}
  ${
    hasMore
      ? html`<button class="button small" type="button" aria-disabled=${loading} @click=${list.more}>
          ${loading ? record.loading : table.events.more}
        </button>`
      : nothing
  }`;
}

function happenings(list: EventList, events: readonly SessionEvent[]) {
  return html`<ol class="timeline">
    ${repeat(
      groupEvents(events),
      ({ event }) => event.request?.id ?? event.id,
      (happening) => (happening.is === 'request' ? request(list, happening) : step(list, happening.event)),
    )}
  </ol>`;
}

const outcomeIcons = { made: icons.check, blocked: icons.stop, intended: icons.unknown };

function request(scene: Scene, { event, outcome, at }: Extract<Happening, { is: 'request' }>) {
  const words = scene.localize.messages.table.events;
  const { method, route, status } = event.request;
  const how =
    outcome === 'made' && status !== null
      ? words.answered({ status: String(status) })
      : words.types[event.type];
  return html`<li class="event" part="event" data-outcome=${outcome}>
    ${outcomeIcons[outcome]}
    <div>
      <p>
        <code><b>${method}</b> ${route}</code>
        <span class="outcome">${how}</span>
      </p>
      ${second([event.action, event.code && scene.localize.error(new ImpersonationError(event.code))])}
    </div>
    ${clockTemplate(scene, at)}
  </li>`;
}

const stepIcons: Partial<Record<SessionEvent['type'], TemplateResult>> = {
  'session.requested': icons.hand,
  'session.started': icons.tab,
  'session.extended': icons.clock,
  'session.mode-changed': icons.pencil,
  'session.ended': icons.check,
  'session.refused': icons.stop,
  'session.redeem-refused': icons.stop,
  'session.ticket-replayed': icons.alert,
};
const troubles: readonly SessionEvent['type'][] = [
  'session.refused',
  'session.redeem-refused',
  'session.ticket-replayed',
];

function step(scene: Scene, event: SessionEvent) {
  const { code, type } = event;
  const trouble = troubles.includes(type) ? 'blocked' : 'step';
  return html`<li class="event" part="event" data-outcome=${trouble}>
    ${stepIcons[type] ?? dotIcon}
    <div>
      <p>${scene.localize.messages.table.events.types[type]}</p>
      ${second([...particulars(scene, event), code && scene.localize.error(new ImpersonationError(code))])}
    </div>
    ${clockTemplate(scene, event.at)}
  </li>`;
}

/** What else a row says, as far as this version of the kit knows the words for it. */
function particulars({ localize }: Scene, { type, detail }: SessionEvent): (string | null)[] {
  const { modes, endCauses, table } = localize.messages;
  const { mode, from, to, cause, reason } = detail;
  const seconds = detail['durationSeconds'] ?? detail['seconds'];
  return [
    isMode(mode) ? modes[mode] : null,
    isMode(from) && isMode(to) ? table.events.modeChanged({ from: modes[from], to: modes[to] }) : null,
    typeof seconds === 'number' ? localize.duration(seconds) : null,
    typeof cause === 'string' && Object.hasOwn(endCauses, cause) ? endCauses[cause as EndCause] : null,
    // The reason for starting stands among the facts already.
    typeof reason === 'string' && type !== 'session.requested' ? table.events.quoted({ text: reason }) : null,
  ];
}

function second(parts: readonly (string | null)[]) {
  const said = parts.filter((part) => part);
  return said.length
    ? html`<p class="second parts">${said.map((part) => html`<bdi>${part}</bdi>`)}</p>`
    : nothing;
}
