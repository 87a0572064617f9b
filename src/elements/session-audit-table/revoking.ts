import { nothing } from 'lit';

import type { ImpersonationClient } from '../../client/client.js';
import type { ImpersonationError } from '../../core/errors.js';
import type { SessionRecord } from '../../core/protocol.js';
import type { KitElement } from '../internal/kit-element.js';
import { Brought, dressed } from '../internal/brought.js';
import type { RevokeDialog } from './revoke-dialog.js';
import type { Scene } from './words.js';

/** Which session is to be revoked, and through whom. */
export interface RevokeQuestion {
  readonly client: ImpersonationClient;
  readonly session: SessionRecord;
}

export interface RevokeAnswers {
  revoked(session: SessionRecord): void;
  failed(error: ImpersonationError): void;
}

/** The dialog that revokes: brought by the first who wants to. */
export class Revoking {
  readonly #dialog: Brought<RevokeDialog>;
  #question: RevokeQuestion | null = null;

  constructor(host: KitElement, localize: Scene['localize'], answers: RevokeAnswers) {
    this.#dialog = new Brought(host, async () => {
      const { RevokeDialog } = await dressed(host, import('./revoke-dialog.js'));
      const dialog = new RevokeDialog(host, localize, answers);
      if (this.#question) dialog.open(this.#question);
      return dialog;
    });
  }

  open(question: RevokeQuestion): void {
    this.#question = question;
    if (this.#dialog.there) this.#dialog.there.open(question);
    else void this.#dialog.again();
  }

  render(localize: Scene['localize']): unknown {
    return this.#question ? this.#dialog.show((dialog) => dialog.render(), localize) : nothing;
  }
}
