import type { ImpersonationClient } from '../../client/client.js';
import type { UserSummary } from '../../core/protocol.js';
import { summaryOf } from './recent-people.js';

/** Who has the id that is the element's value. A page may give an id alone: then the backend is asked, once. */
export class ChosenPerson {
  user: UserSummary | null = null;
  #asked: { readonly client: ImpersonationClient; readonly id: string } | undefined;

  forget(): void {
    this.user = null;
    this.#asked = undefined;
  }

  /** Resolves with whom it is about, if that has only now become known. */
  async learn(client: ImpersonationClient, id: string): Promise<UserSummary | null> {
    if (this.user || (this.#asked?.client === client && this.#asked.id === id)) return null;
    const asked = (this.#asked = { client, id });
    const found = await client.getUser(id).catch(() => null); // then the id itself goes on being shown
    if (!found || this.#asked !== asked) return null;
    return (this.user = summaryOf(found));
  }

  choose(user: UserSummary | null): void {
    this.user = user;
    this.#asked = undefined;
  }
}
