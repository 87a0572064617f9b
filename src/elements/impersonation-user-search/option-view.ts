import { html, nothing, type TemplateResult } from 'lit';

import '../../core/error-sentences.js';
import { ImpersonationError } from '../../core/errors.js';
import type { UserSummary } from '../../core/protocol.js';
import type { LocalizeController } from '../internal/localize.js';
import { nameOf } from '../internal/people.js';
import { highlight } from './highlight.js';
import { icons } from './panel-icons.js';

/** What may be told of somebody besides the name. */
export type Detail = 'email' | 'organization' | 'role';

interface Option {
  readonly user: UserSummary;
  readonly index: number;
  readonly active: boolean;
  /** What was looked for; empty where nothing was. */
  readonly query: string;
  readonly details: readonly Detail[];
  readonly localize: LocalizeController<'search'>;
  choose(user: UserSummary): void;
}

/** Somebody in the list. Who cannot be impersonated stays in it, and says why. */
export function optionView({
  user,
  index,
  active,
  query,
  details,
  localize,
  choose,
}: Option): TemplateResult {
  const name = nameOf(user);
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the field has the focus, and hears the keys
  return html`<div
    id="option-${index}"
    class="option"
    part="option ${active ? 'option-active' : ''}"
    role="option"
    aria-selected=${active}
    aria-disabled=${user.refusal ? 'true' : nothing}
    @click=${() => choose(user)}
  >
    <span class="avatar" part="avatar" aria-hidden="true">${initialsOf(name) || icons.person}</span>
    <span class="who">
      <bdi class="name" part="name">${highlight(name, query)}</bdi>
      <span class="details">${details.map((detail) => detailView(detail, user, name, query))}</span>
      ${
        user.refusal
          ? html`<span class="reason" part="reason">${icons.lock}${sayRefusal(user, localize)}</span>`
          : nothing
      }
    </span>
  </div>`;
}

/** Why somebody cannot be impersonated, as a sentence; empty where they can. */
export function sayRefusal({ refusal }: UserSummary, localize: LocalizeController<'search'>): string {
  if (!refusal) return '';
  const { search } = localize.messages;
  const refusals: Partial<Record<string, string>> = search.refusals;
  return refusals[refusal] ?? localize.error(new ImpersonationError(refusal));
}

function detailView(detail: Detail, user: UserSummary, name: string, query: string) {
  const text = user[detail];
  if (!text || text === name) return nothing;
  const marked = highlight(text, query);
  switch (detail) {
    case 'email':
      return html`<span class="detail"><bdi part="email">${marked}</bdi></span> `;
    case 'organization':
      return html`<span class="detail"><bdi part="organization">${marked}</bdi></span> `;
    case 'role':
      return html`<span class="detail"><bdi part="role">${text}</bdi></span> `;
  }
}

/** Of the first and the last word, where they begin with a letter. */
function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /^\p{L}/u.exec(word)?.[0] ?? []);
  return [...new Set([letters[0], letters.at(-1)])].join('').toLocaleUpperCase();
}
