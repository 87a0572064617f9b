/**
 * The rules of an impersonation's life, without a server: what each step must come to. Instants are seconds from the
 * beginning. Written from the design, not from the code: where the two differ, one of them is wrong.
 *
 * @module
 */

import type { ErrorCode } from '../../../src/core/errors.js';
import type { EndCause, EventType, Mode, Status } from '../../../src/core/protocol.js';

/** What a caller must be told. */
export interface Foreseen {
  readonly status: number;
  readonly code?: ErrorCode;
  readonly endCause?: EndCause;
}

/** A row's type, with the code or the cause it must name. */
export type ForeseenRow = EventType | `${EventType} ${ErrorCode | EndCause}`;

export interface Life {
  readonly subject: string;
  status: Status;
  endCause: EndCause | null;
  endedAt: number | null;
  mode: Mode;
  ticketUsed: boolean;
  readonly ticketEndsAt: number;
  endsAt: number;
  idleEndsAt: number | null;
  extensions: number;
  readonly rows: ForeseenRow[];
}

interface HeldToken {
  readonly life: Life;
  readonly expiresAt: number;
}

/** Short ones, so that a few steps reach every end. Seconds, but for the two counts. */
export const terms = {
  durations: [120, 600],
  open: 3,
  ticket: 30,
  token: 300,
  tolerance: 5,
  idle: 240,
  extensions: 1,
  extension: 200,
} as const;

const ok: Foreseen = { status: 200 };
const refused = (status: number, code: ErrorCode): Foreseen => ({ status, code });

export class Rules {
  now = 0;
  /** The one actor, as the host sees them. */
  signedIn = true;
  entitled = true;
  /** Whether the policy still grants full access. */
  offersFull = true;
  readonly protected = new Set<string>();

  readonly lives: Life[] = [];
  readonly tokens: HeldToken[] = [];
  /** Rows that belong to no session. */
  readonly refusals: ForeseenRow[] = [];

  /** Whatever is over by then is over at its own time, whether or not anybody looks. */
  pass(seconds: number): void {
    this.now += seconds;
    for (const life of this.lives) {
      if (life.status === 'ended') continue;
      const idle = life.idleEndsAt ?? Infinity;
      if (life.status === 'pending') this.#endBy(life, life.ticketEndsAt, 'never-redeemed');
      else this.#endBy(life, Math.min(idle, life.endsAt), idle < life.endsAt ? 'idle' : 'expired');
    }
  }

  start(subject: string, seconds: number, mode: Mode): Foreseen {
    if (!this.signedIn) return refused(401, 'unauthenticated');
    const refusal = this.#whyNot(subject, mode);
    if (refusal.code) {
      this.refusals.push(`session.refused ${refusal.code}`);
      // Who may not look around is not told whether there is such a person; the record is.
      const hidden = refusal.code === 'user_not_found' && !this.entitled;
      return hidden ? refused(403, 'not_permitted') : refusal;
    }
    this.lives.push({
      subject,
      status: 'pending',
      endCause: null,
      endedAt: null,
      mode,
      ticketUsed: false,
      ticketEndsAt: this.now + terms.ticket,
      endsAt: this.now + seconds,
      idleEndsAt: null,
      extensions: 0,
      rows: ['session.requested'],
    });
    return { status: 201 };
  }

  redeem(life: Life, atTheApp: boolean): Foreseen {
    if (!atTheApp) {
      life.rows.push('session.redeem-refused ticket_misplaced');
      return refused(403, 'ticket_misplaced');
    }
    if (life.ticketUsed) {
      life.rows.push('session.ticket-replayed');
      this.#end(life, 'revoked');
      return refused(400, 'ticket_used');
    }
    if (life.endCause === 'never-redeemed') return refused(410, 'ticket_expired');
    if (life.status === 'ended') return over(life);
    const lost = this.#lostGround(life);
    if (lost) {
      const code = lost === 'subject-protected' ? 'subject_protected' : 'not_permitted';
      life.rows.push(`session.redeem-refused ${code}`);
      this.#end(life, lost);
      return refused(403, code);
    }
    life.status = 'active';
    life.ticketUsed = true;
    life.rows.push('session.started');
    this.#touch(life);
    return this.#grant(life);
  }

  /** The tab reads its own session. */
  look(token: HeldToken): Foreseen {
    return this.#judge(token) ?? (token.life.status === 'active' ? ok : over(token.life));
  }

  renew(token: HeldToken): Foreseen {
    return this.#standing(token) ?? this.#grant(token.life);
  }

  /** A request to the host's own handlers. */
  act(token: HeldToken, changes: boolean): Foreseen {
    const refusal = this.#standing(token);
    if (refusal) return refusal;
    const { life } = token;
    this.#touch(life);
    if (changes && !(life.mode === 'full' && this.offersFull)) {
      life.rows.push('request.blocked read_only_mode');
      return refused(403, 'read_only_mode');
    }
    life.rows.push(...(changes ? (['request.intended'] as const) : []), 'request.made');
    return ok;
  }

  setMode(token: HeldToken, mode: Mode): Foreseen {
    const refusal = this.#standing(token);
    if (refusal) return refusal;
    const { life } = token;
    if (life.mode === mode) return this.#grant(life);
    if (mode === 'full' && !this.offersFull) return refused(422, 'mode_not_allowed');
    life.mode = mode;
    life.rows.push('session.mode-changed');
    this.#touch(life);
    return this.#grant(life);
  }

  extend(token: HeldToken): Foreseen {
    const refusal = this.#standing(token);
    if (refusal) return refusal;
    const { life } = token;
    if (life.extensions === terms.extensions) return refused(403, 'extension_not_allowed');
    life.extensions++;
    life.endsAt += terms.extension;
    life.rows.push('session.extended');
    this.#touch(life);
    return this.#grant(life);
  }

  /** The actor ends it in the tab. */
  end(token: HeldToken): Foreseen {
    const refusal = this.#judge(token);
    if (refusal) return refusal;
    this.#end(token.life, 'ended');
    return ok;
  }

  revoke(life: Life, byTheActor: boolean): Foreseen {
    if (byTheActor && !this.signedIn) return refused(401, 'unauthenticated');
    this.#end(life, 'revoked');
    return ok;
  }

  /** Another start, by the token of this one. */
  startNested(token: HeldToken): Foreseen {
    if (this.#judge(token)) return refused(401, 'unauthenticated');
    token.life.rows.push('session.refused nested_impersonation');
    return refused(403, 'nested_impersonation');
  }

  #whyNot(subject: string, mode: Mode): { status: number; code: ErrorCode } | { status: 0; code?: never } {
    const no = (status: number, code: ErrorCode) => ({ status, code });
    if (subject === 'nobody') return no(404, 'user_not_found');
    if (subject === 'self') return no(422, 'self_impersonation');
    if (!this.entitled) return no(403, 'not_permitted');
    if (this.protected.has(subject)) return no(403, 'subject_protected');
    if (mode === 'full' && !this.offersFull) return no(422, 'mode_not_allowed');
    const open = this.lives.filter(({ status }) => status !== 'ended');
    if (open.some((life) => life.subject === subject)) return no(409, 'session_conflict');
    if (open.length >= terms.open) return no(409, 'too_many_sessions');
    return { status: 0 };
  }

  #lostGround({ subject }: Life): EndCause | null {
    if (!this.signedIn) return 'actor-signed-out';
    if (!this.entitled) return 'actor-lost-right';
    return this.protected.has(subject) ? 'subject-protected' : null;
  }

  #judge({ expiresAt }: HeldToken): Foreseen | null {
    return this.now >= expiresAt + terms.tolerance ? refused(401, 'expired') : null;
  }

  #standing(token: HeldToken): Foreseen | null {
    const refusal = this.look(token);
    if (refusal !== ok) return refusal;
    const lost = this.#lostGround(token.life);
    if (!lost) return null;
    this.#end(token.life, lost);
    return over(token.life);
  }

  #grant(life: Life): Foreseen {
    this.tokens.push({ life, expiresAt: Math.min(this.now + terms.token, life.endsAt) });
    return ok;
  }

  #touch(life: Life): void {
    life.idleEndsAt = this.now + terms.idle;
  }

  #endBy(life: Life, at: number, cause: EndCause): void {
    if (at <= this.now) this.#end(life, cause, at);
  }

  #end(life: Life, cause: EndCause, at = this.now): void {
    if (life.status === 'ended') return;
    Object.assign(life, { status: 'ended', endCause: cause, endedAt: at });
    life.rows.push(`session.ended ${cause}`);
  }
}

function over({ endCause }: Life): Foreseen {
  if (!endCause) throw new Error('The session is not over');
  const byTime = endCause === 'expired' || endCause === 'idle';
  return { status: 401, code: byTime ? 'session_expired' : 'session_revoked', endCause };
}
