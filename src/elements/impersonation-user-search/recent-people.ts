/**
 * Whom somebody chose lately, in this tab. Only their ids are kept, and only as long as the tab: who they are is asked
 * anew, so that nobody else who signs in here learns a name, and whoever was protected meanwhile is shown so.
 *
 * @module
 */

import type { ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import { tabStorage } from '../../client/kept-text.js';
import type { UserSummary } from '../../core/protocol.js';

const key = 'impersonation-kit:recent-people';
const most = 5;

export class RecentPeople {
  people: readonly UserSummary[] = [];
  readonly #host: ReactiveControllerHost;
  #client: ImpersonationClient | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Forgets who they are, not that they were chosen. */
  reset(): void {
    this.#client = undefined;
    this.people = [];
  }

  /** Asks who they are, once for each client. Those who cannot be asked about are left out. */
  async recall(client: ImpersonationClient): Promise<void> {
    if (this.#client === client) return;
    this.#client = client;
    const answers = await Promise.allSettled(readIds().map((id) => client.getUser(id)));
    if (this.#client !== client) return;
    const known = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [summaryOf(answer.value)] : [],
    );
    const newer = new Set(this.people.map(({ id }) => id));
    this.people = [...this.people, ...known.filter(({ id }) => !newer.has(id))].slice(0, most);
    this.#host.requestUpdate();
  }

  remember(user: UserSummary): void {
    this.people = [user, ...this.people.filter(({ id }) => id !== user.id)].slice(0, most);
    writeIds([user.id, ...readIds().filter((id) => id !== user.id)].slice(0, most));
  }
}

/** A row of the user list, and nothing more. */
export function summaryOf({ id, name, email, organization, role, refusal }: UserSummary): UserSummary {
  return { id, name, email, organization, role, refusal };
}

function readIds(): string[] {
  try {
    const ids: unknown = JSON.parse(tabStorage()?.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return []; // blocked, or not ours
  }
}

function writeIds(ids: readonly string[]): void {
  try {
    tabStorage()?.setItem(key, JSON.stringify(ids));
  } catch {
    // blocked or full: then only this page remembers
  }
}
