import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { ImpersonationClient } from '../../client/client.js';
import type { TabState } from '../../client/tab-state.js';
import { ImpersonationController } from '../../context/impersonation-controller.js';
import type { Messages } from '../messages/en.js';
import type { Part } from './overlay.js';
import { version } from './version.js';

/** What the kit's visible elements share: where their client, their state and their sentences come from. */
export abstract class KitElement extends LitElement {
  /** The version of the kit that this class is of. */
  static readonly version: string = version;

  /** Overrides the color scheme the element inherits. */
  @property({ reflect: true, useDefault: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  /** How much room it takes; what `--ik-density` says around it when not given. */
  @property({ reflect: true }) density: 'compact' | 'standard' | 'comfortable' | undefined;

  /** The way to the backend. Given by the provider; set it only to do without one. */
  @property({ attribute: false }) client: ImpersonationClient | undefined;

  /** Sentences to say differently on this element, by section, in the shape of the messages. Functions are allowed. */
  @property({ attribute: false }) strings: Part<Messages> | undefined;

  protected readonly around = new ImpersonationController(this);
  protected readonly internals = this.attachInternals();

  protected get backend(): ImpersonationClient | undefined {
    return this.client ?? this.around.client;
  }

  protected get tabState(): TabState {
    return this.around.state;
  }

  /** Milliseconds since the epoch, by the server's clock where it is known. */
  protected now(): number {
    return this.backend?.now() ?? Date.now();
  }

  /** Sets or clears a `:state()` for styling. */
  protected mark(state: string, on: boolean): void {
    if (on) this.internals.states.add(state);
    else if (this.hasUpdated) this.internals.states.delete(state); // nothing is marked before the first drawing
  }
}
