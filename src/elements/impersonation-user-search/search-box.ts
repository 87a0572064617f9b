/**
 * What somebody does in the field, and what becomes of it: what is typed, who is found, pointed at and chosen. Knows
 * nothing of how it is drawn.
 *
 * @module
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import type { UserSummary } from '../../core/protocol.js';
import { ImpersonationFailedEvent, ImpersonationUserSelectedEvent, QueryChangeEvent } from '../events.js';
import { nameOf } from '../internal/people.js';
import { ChosenPerson } from './chosen-person.js';
import { FoundPeople } from './found-people.js';
import { moved, type Move } from './keys.js';
import { RecentPeople } from './recent-people.js';
import { isTooShort, situationOf, type Situation } from './situation.js';

export interface Settings {
  readonly variant: 'inline' | 'palette';
  /** The id of the person chosen; empty while nobody is. */
  readonly value: string;
  readonly minLength: number;
  readonly debounce: number;
  readonly limit: number;
  readonly recents: string;
}

interface Wishes {
  settings(): Settings;
  canOpen(): boolean;
  dispatch(event: Event): void;
  /** Makes this id the value. */
  choose(id: string): void;
  /** Somebody who cannot be impersonated was chosen. */
  refuse(user: UserSummary): void;
  /** Enter was pressed where nothing is open. */
  submit(): void;
}

export class SearchBox implements ReactiveController {
  text = '';
  open = false;
  /** Where in the list Enter would choose; -1 is nowhere. */
  active = -1;
  client: ImpersonationClient | undefined;

  readonly found: FoundPeople;
  readonly #host: ReactiveControllerHost;
  readonly #wishes: Wishes;
  readonly #recent: RecentPeople;
  readonly #chosen = new ChosenPerson();
  #told = '';

  constructor(host: ReactiveControllerHost, wishes: Wishes) {
    this.#host = host;
    this.#wishes = wishes;
    this.#recent = new RecentPeople(host);
    this.found = new FoundPeople(host, {
      failed: (error) => wishes.dispatch(new ImpersonationFailedEvent(error)),
      answered: () => this.#point(this.found.exactMatch),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#toggle(false);
    if (this.#chosen.user) this.text = this.#settings.value; // who it is was told by the provider it stood in
    this.#chosen.forget();
  }

  get user(): UserSummary | null {
    return this.#chosen.user;
  }

  /** What is looked for. The name of somebody chosen is not. */
  get query(): string {
    return this.#settings.value ? '' : this.text.trim();
  }

  get situation(): Situation {
    const { client, query, found } = this;
    const { minLength, recents } = this.#settings;
    const recent = recents === 'session' ? this.#recent.people : [];
    return situationOf({ client, query, minLength, recent, found });
  }

  get people(): readonly UserSummary[] {
    return this.situation === 'recents' ? this.#recent.people : this.found.people;
  }

  /** Whether the panel is to be seen: not before there is something to say; a palette always has. */
  get shown(): boolean {
    if (!this.open || this.#settings.variant === 'palette') return this.open;
    const { phase } = this.found;
    const waiting = phase.is === 'loading' && !phase.slow && !this.people.length;
    return !waiting && this.situation !== 'idle';
  }

  /** Takes over what changed around it, before it is drawn. */
  follow(client: ImpersonationClient | undefined, valueChanged: boolean): void {
    if (client !== this.client) {
      this.client = client;
      this.found.reset();
      this.#recent.reset();
    }
    const { value } = this.#settings;
    if (valueChanged && value !== (this.user?.id ?? '')) {
      this.#chosen.forget();
      this.text = value;
    }
    if (value && client) void this.#learnWho(client, value);
    if (this.open && !(client && this.#wishes.canOpen())) this.hide();
    if (this.active >= this.people.length) this.active = -1;
  }

  show(): void {
    const { client } = this;
    if (!client?.capabilities.searchUsers || !this.#wishes.canOpen()) return;
    if (this.#settings.recents === 'session') void this.#recent.recall(client);
    this.#toggle(true);
  }

  hide(): void {
    this.active = -1;
    this.#toggle(false);
  }

  clear(): void {
    this.#choose(null);
    this.text = '';
    this.active = -1;
    this.found.reset();
    this.#tellQuery();
  }

  /** @param composing an input method has not finished the word. */
  type(text: string, composing = false): void {
    this.text = text;
    this.#host.requestUpdate();
    if (this.#settings.value) {
      this.#choose(null);
      this.#tellChange();
    }
    if (composing) return; // half a word: asked for when it is whole
    this.active = -1;
    this.show();
    this.#ask();
    this.#tellQuery();
  }

  choose(user: UserSummary): void {
    if (user.refusal) {
      this.#wishes.refuse(user);
      return;
    }
    const { recents, value } = this.#settings;
    if (recents === 'session') this.#recent.remember(user);
    this.#choose(user);
    this.text = nameOf(user);
    this.found.reset();
    this.hide();
    this.#tellQuery();
    if (user.id !== value) this.#tellChange();
    this.#wishes.dispatch(new ImpersonationUserSelectedEvent(user));
  }

  move(move: Move): void {
    if (!this.open) this.show();
    const { found, active } = this;
    const { length } = this.people;
    if (move !== 'next' || active < length - 1 || !found.hasMore || this.situation !== 'ready') {
      this.#point(moved(active, length, move));
      return;
    }
    void found.more().then(() => {
      if (this.active === length - 1 && this.people.length > length) this.#point(length);
    });
  }

  enter(): void {
    const user = this.shown ? this.people[this.active] : undefined;
    if (user) this.choose(user);
    else if (!this.open) this.#wishes.submit(); // as in a native field
  }

  /** Answers whether there was anything to do here; if not, the key is for whatever is around. */
  escape(): boolean {
    const inline = this.#settings.variant === 'inline';
    if (inline && this.shown) {
      this.hide();
      return true;
    }
    if (!this.text) return false;
    this.type('');
    if (inline) this.hide();
    return true;
  }

  get #settings(): Settings {
    return this.#wishes.settings();
  }

  #ask(): void {
    const { client, query, found } = this;
    const { minLength, limit, debounce } = this.#settings;
    if (!client || !query || isTooShort(query, minLength)) found.reset();
    else if (query !== found.asked) void found.ask({ client, query, limit }, debounce);
  }

  #choose(user: UserSummary | null): void {
    this.#chosen.choose(user);
    this.#wishes.choose(user?.id ?? '');
  }

  async #learnWho(client: ImpersonationClient, id: string): Promise<void> {
    const user = await this.#chosen.learn(client, id);
    if (!user) return;
    this.text = nameOf(user);
    this.#host.requestUpdate();
  }

  #point(active: number): void {
    this.active = active;
    this.#host.requestUpdate();
  }

  #toggle(open: boolean): void {
    this.#host.requestUpdate();
    if (open === this.open) return;
    const [oldState, newState] = open ? ['closed', 'open'] : ['open', 'closed'];
    this.open = open;
    this.#wishes.dispatch(new ToggleEvent('toggle', { oldState, newState }));
  }

  #tellQuery(): void {
    if (this.#told === this.query) return;
    this.#told = this.query;
    this.#wishes.dispatch(new QueryChangeEvent(this.#told));
  }

  #tellChange(): void {
    this.#wishes.dispatch(new Event('change', { bubbles: true }));
  }
}
