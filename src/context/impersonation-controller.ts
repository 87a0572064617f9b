/**
 * Gives an element (the kit's or a host's own Lit element) the client and the tab's state of the provider around it.
 *
 * @module
 */

import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ImpersonationClient } from '../client/client.js';
import type { TabSession } from '../client/tab-session.js';
import type { TabState } from '../client/tab-state.js';
import { clientContext, tabSessionContext } from './contexts.js';

/** Ends a subscription. */
type Leave = (() => void) | undefined;

const unknown: TabState = { status: 'unknown', error: null };

/** Re-renders its host at each change. Away from a provider there is no client, and the state is unknown. */
export class ImpersonationController implements ReactiveController {
  client: ImpersonationClient | undefined;
  tab: TabSession | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #leaveClient: Leave;
  #leaveTab: Leave;
  #unsubscribe: Leave;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get state(): TabState {
    return this.tab?.state ?? unknown;
  }

  hostConnected(): void {
    const host = this.#host;
    host.dispatchEvent(new ContextEvent(clientContext, host, this.#onClient, true));
    host.dispatchEvent(new ContextEvent(tabSessionContext, host, this.#onTab, true));
  }

  hostDisconnected(): void {
    this.#leaveClient?.();
    this.#leaveTab?.();
    this.#leaveClient = this.#leaveTab = undefined;
    // An old identity must not be shown as a current one.
    this.client = undefined;
    this.#follow(undefined);
  }

  // Of the instance, and the same at each request: it is how a provider knows who asks again.
  readonly #onClient = (client: ImpersonationClient | undefined, leave: Leave): void => {
    if (this.#leaveClient !== leave) this.#leaveClient?.();
    this.#leaveClient = leave;
    this.client = client;
    this.#host.requestUpdate();
  };

  readonly #onTab = (tab: TabSession | undefined, leave: Leave): void => {
    if (this.#leaveTab !== leave) this.#leaveTab?.();
    this.#leaveTab = leave;
    this.#follow(tab);
  };

  #follow(tab: TabSession | undefined): void {
    this.#unsubscribe?.();
    this.tab = tab;
    this.#unsubscribe = tab?.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
