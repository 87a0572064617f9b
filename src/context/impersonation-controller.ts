/**
 * Gives an element (the kit's or a host's own Lit element) the client and the tab's state of the provider around it.
 *
 * @module
 */

import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../client/client.js';
import type { TabSession } from '../client/tab-session.js';
import type { TabState } from '../client/tab-state.js';
import { clientContext, tabSessionContext } from './contexts.js';

const unknown: TabState = { status: 'unknown', error: null };

/** Re-renders its host at each change. Away from a provider there is no client, and the state is unknown. */
export class ImpersonationController implements ReactiveController {
  client: ImpersonationClient | undefined;
  tab: TabSession | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: clientContext,
      subscribe: true,
      callback: (client) => {
        this.client = client;
        host.requestUpdate();
      },
    });
    new ContextConsumer(host, {
      context: tabSessionContext,
      subscribe: true,
      callback: (tab) => this.#follow(tab),
    });
    host.addController(this);
  }

  get state(): TabState {
    return this.tab?.state ?? unknown;
  }

  hostDisconnected(): void {
    // A consumer that leaves keeps the last value it was given, and an old identity must not be shown as a current one.
    this.client = undefined;
    this.#follow(undefined);
  }

  #follow(tab: TabSession | undefined): void {
    this.#unsubscribe?.();
    this.tab = tab;
    this.#unsubscribe = tab?.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
