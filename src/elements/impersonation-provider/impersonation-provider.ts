import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { ImpersonationClient } from '../../client/client.js';
import { createHttpClient } from '../../client/http.js';
import { noBackend } from '../../client/no-backend.js';
import { installedTabSession, installTabSession } from '../../client/page-tab.js';
import { openTabChannel } from '../../client/tab-channel.js';
import { createTabSession, type TabSession } from '../../client/tab-session.js';
import type { TabState } from '../../client/tab-state.js';
import { clientContext, tabSessionContext } from '../../context/contexts.js';
import { ImpersonationChangeEvent, ImpersonationEndedEvent, type SessionRevokedEvent } from '../events.js';
import { version } from '../internal/version.js';
import { styles } from './impersonation-provider.styles.js';

const unknown: TabState = { status: 'unknown', error: null };

/**
 * Stands around the page and gives the elements inside their way to the backend and what this tab knows about itself.
 *
 * It draws nothing. A ticket in the address is taken out and redeemed as soon as the element has an `endpoint` or a
 * client. Until something is known, the state is `unknown`, which is not `none`. The page has one impersonation however
 * many providers it has: those with an `endpoint` share it, and it outlives them.
 *
 * @summary Gives the elements inside it the backend and the state of this tab.
 * @tagname impersonation-provider
 *
 * @slot - The page, or the part of it that holds the kit's elements.
 *
 * @fires {ImpersonationChangeEvent} impersonation-change - What the tab knows about itself changed.
 * @fires {ImpersonationEndedEvent} impersonation-ended - The impersonation of this tab is over, whoever ended it.
 */
export class ImpersonationProvider extends LitElement {
  static override styles = styles;

  /** The version of the kit that this class is of. */
  static readonly version: string = version;

  /** Where the backend is mounted, such as `/impersonation`. */
  @property() endpoint: string | undefined;

  /** With `none`, other tabs are told nothing when a session is revoked here, and this tab hears nothing from them. */
  @property() sync: 'broadcast' | 'none' = 'broadcast';

  /** The way to another backend than that of `endpoint`. */
  @property({ attribute: false }) client: ImpersonationClient | undefined;

  /** The tab session to hand down, for a page that created one itself. */
  @property({ attribute: false }) tab: TabSession | undefined;

  /**
   * The host's own token, for a host that has one: who is signed in is read from it, unverified, for display. Never an
   * attribute, since attributes end up in snapshots and reports.
   */
  @property({ attribute: false }) token: string | null | undefined;

  readonly #clients = new ContextProvider(this, { context: clientContext, initialValue: undefined });
  readonly #tabs = new ContextProvider(this, { context: tabSessionContext, initialValue: undefined });
  #http: { readonly endpoint: string; readonly client: ImpersonationClient } | undefined;
  #own: { readonly tab: TabSession; readonly release: () => void } | undefined;
  #followed: TabSession | undefined;
  #stopFollowing: (() => void) | undefined;
  #state = unknown;

  /** What the tab knows about itself. */
  get state(): TabState {
    return this.#state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('session-revoked', this.#onRevoked);
    this.requestUpdate(); // to find again what was let go when it left the page
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('session-revoked', this.#onRevoked);
    // An element that is only moved is back before the microtask.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  // Not `willUpdate`, which a server that renders the page runs as well.
  protected override update(changed: PropertyValues<this>): void {
    if (this.isConnected) this.#settle(changed.has('token'));
    super.update(changed);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #settle(tokenChanged: boolean): void {
    const client = this.client ?? this.#httpClient();
    const tab = this.tab ?? this.#findTab(client);
    if (this.#own && tab !== this.#own.tab) this.#releaseOwn();
    if (tab && this.token !== undefined && (tokenChanged || tab !== this.#followed)) tab.setToken(this.token);
    this.#clients.setValue(client ?? tab?.client);
    this.#tabs.setValue(tab);
    this.#follow(tab);
  }

  #httpClient(): ImpersonationClient | undefined {
    const { endpoint } = this;
    if (!endpoint) return undefined;
    if (this.#http?.endpoint === endpoint) return this.#http.client;
    this.#http = { endpoint, client: createHttpClient({ endpoint }) };
    return this.#http.client;
  }

  #findTab(client: ImpersonationClient | undefined): TabSession | undefined {
    if (!client && this.token === undefined) return undefined;
    const installed = installedTabSession();
    if (!this.client) return installed ?? this.#create(client ?? noBackend).tab;
    if (this.#own && this.#own.tab.client === client) return this.#own.tab;
    if (installed && installed.client === client) return installed;
    this.#releaseOwn();
    this.#own = this.#create(this.client);
    return this.#own.tab;
  }

  #create(client: ImpersonationClient) {
    const tab = createTabSession({ client, ...(this.sync === 'none' && { channel: null }) });
    const uninstall = installTabSession(tab);
    const release = () => {
      uninstall();
      tab.dispose();
    };
    return { tab, release };
  }

  /** What belongs to a client that the page gave goes with it. */
  #releaseOwn(): void {
    this.#own?.release();
    this.#own = undefined;
  }

  #leave(): void {
    this.#follow(undefined);
    this.#tabs.setValue(undefined);
    this.#clients.setValue(undefined);
    this.#releaseOwn();
  }

  #follow(tab: TabSession | undefined): void {
    if (tab === this.#followed) return;
    this.#stopFollowing?.();
    this.#followed = tab;
    this.#stopFollowing = tab?.subscribe((state) => this.#become(state));
    this.#become(tab?.state ?? unknown);
  }

  #become(state: TabState): void {
    const previous = this.#state;
    if (state === previous) return;
    this.#state = state;
    if (!this.isConnected) return;
    this.dispatchEvent(new ImpersonationChangeEvent(state, previous));
    if (state.status === 'ended' && previous.status === 'active') {
      this.dispatchEvent(new ImpersonationEndedEvent(state.record));
    }
  }

  /** The tab that was impersonating learns it at once, rather than at its next request. */
  readonly #onRevoked = ({ session }: SessionRevokedEvent): void => {
    if (this.sync === 'none' || typeof BroadcastChannel === 'undefined') return;
    const channel = openTabChannel();
    channel.post({ type: 'ended', sessionId: session.id });
    channel.close();
  };
}
