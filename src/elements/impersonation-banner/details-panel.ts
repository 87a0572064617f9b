import { html, nothing, type TemplateResult } from 'lit';

import type { LocalizeController } from '../internal/localize.js';
import { nameOf, peopleOf } from '../internal/people.js';
import { endOf } from '../internal/time-left.js';
import type { ActiveModel } from './model.js';

/** All that is known about the impersonation, in full: what a narrow bar leaves out or cuts short is here. */
export function detailsPanel(
  { state, shortcut }: ActiveModel,
  localize: LocalizeController<'banner'>,
): TemplateResult {
  const { banner, modes } = localize.messages;
  const { record, session } = state;
  const people = peopleOf(state);
  const endsAt = endOf(state);
  const rows: [label: string, value: string | null | undefined][] = [
    [banner.subject, people && described(people.subject)],
    [banner.actor, people?.actor && described(people.actor)],
    [banner.access, modes[session.mode ?? 'read-only']],
    [banner.reason, record?.reason],
    [banner.caseNumber, record?.caseNumber],
    [banner.endsAt, endsAt === null ? null : localize.dateTime(endsAt)],
    [banner.extensions, record && localize.number(record.extension.max - record.extension.used)],
    [banner.shortcut, shortcut],
  ];
  return html`
    <div id="details" part="details" class="details" role="group" aria-label=${banner.details}>
      <dl>
        ${rows.map(([label, value]) =>
          value
            ? html`<div>
                <dt>${label}</dt>
                <dd><bdi>${value}</bdi></dd>
              </div>`
            : nothing,
        )}
      </dl>
    </div>
  `;
}

function described(party: Parameters<typeof nameOf>[0]): string {
  const name = nameOf(party);
  return [name, party.email, party.id].filter((part, at) => part && (at === 0 || part !== name)).join(' · ');
}
