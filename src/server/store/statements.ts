/**
 * Every change of a session, one statement each: what must be true is in its `where`, so no race gets between the
 * question and the change.
 *
 * @module
 */

import type { Queryable } from '../database/database.js';
import { appendEvents } from './events.js';
import { toStored, type SessionRow } from './rows.js';
import type { NewSession, Scope, Statements, StoredSession } from './store.js';

const table = 'impersonation_kit.impersonations';

/** When a session that nobody ends is over. `least` leaves out what is null. */
const deadline = `case status when 'pending' then ticket_expires_at else least(expires_at, idle_expires_at) end`;
const causeOfDeadline = `
  case when status = 'pending' then 'never-redeemed' when idle_expires_at < expires_at then 'idle' else 'expired' end`;
const idleFrom = (at: string) => `${at}::timestamptz + idle_seconds * interval '1 second'`;

/** @param changed told of each session that a statement changed. */
export function statementsOn(database: Queryable, changed: (id: string) => void): Statements {
  const read = async (sql: string, parameters: readonly unknown[]) =>
    (await database.query<SessionRow>(sql, parameters)).map(toStored);
  const readOne = async (sql: string, parameters: readonly unknown[]): Promise<StoredSession | null> =>
    (await read(sql, parameters))[0] ?? null;
  const all = async (sql: string, parameters: readonly unknown[]) => {
    const sessions = await read(sql, parameters);
    for (const { record } of sessions) changed(record.id);
    return sessions;
  };
  const one = async (sql: string, parameters: readonly unknown[]): Promise<StoredSession | null> =>
    (await all(sql, parameters))[0] ?? null;

  return {
    find: (id) => readOne(`select * from ${table} where id = $1`, [id]),
    findByTicket: (hash) => readOne(`select * from ${table} where ticket_hash = $1`, [hash]),
    hasStarted: async (actorId, key) =>
      (
        await database.query(`select 1 from ${table} where actor_id = $1 and idempotency_key = $2`, [
          actorId,
          key,
        ])
      ).length > 0,
    openOf: (actorId) =>
      read(`select * from ${table} where actor_id = $1 and status <> 'ended' order by created_at`, [actorId]),
    insert: (session) => insertSession(database, session),
    redeem: (hash, { at, boundTo }) =>
      one(
        `update ${table}
         set status = 'active', ticket_used_at = $2::timestamptz, started_at = $2::timestamptz, key_thumbprint = $3,
           idle_expires_at = ${idleFrom('$2')}
         where ticket_hash = $1 and ticket_used_at is null and status = 'pending'
           and ticket_expires_at > $2::timestamptz
         returning *`,
        [hash, iso(at), boundTo],
      ),
    touch: (id, at) =>
      one(
        `update ${table} set idle_expires_at = greatest(idle_expires_at, ${idleFrom('$2')})
         where id = $1 and status = 'active' and ${deadline} > $2::timestamptz
         returning *`,
        [id, iso(at)],
      ),
    extend: (id, { at, seconds, max }) =>
      one(
        `update ${table}
         set expires_at = expires_at + $3::integer * interval '1 second', extensions_used = extensions_used + 1,
           idle_expires_at = ${idleFrom('$2')}
         where id = $1 and status = 'active' and ${deadline} > $2::timestamptz and extensions_used < $4::integer
         returning *`,
        [id, iso(at), seconds, max],
      ),
    setMode: (id, { at, from, to }) =>
      one(
        `update ${table} set mode = $4, idle_expires_at = ${idleFrom('$2')}
         where id = $1 and status = 'active' and ${deadline} > $2::timestamptz and mode = $3
         returning *`,
        [id, iso(at), from, to],
      ),
    end: (id, { at, cause, by, reason }) =>
      one(
        `update ${table}
         set status = 'ended', ended_at = $2::timestamptz, end_cause = $3,
           ended_by_id = $4, ended_by_name = $5, ended_by_email = $6, end_reason = $7
         where id = $1 and status <> 'ended'
         returning *`,
        [id, iso(at), cause, by?.id ?? null, by?.name ?? null, by?.email ?? null, reason ?? null],
      ),
    hasOverdue: async (at, scope) =>
      (await database.query(`select 1 from ${table} where ${overdue(scope)} limit 1`, overdueAt(at, scope)))
        .length > 0,
    endOverdue: (at, scope) =>
      all(
        `update ${table} set status = 'ended', ended_at = ${deadline}, end_cause = ${causeOfDeadline}
         where ${overdue(scope)}
         returning *`,
        overdueAt(at, scope),
      ),
    append: (events) => appendEvents(database, events),
  };
}

function overdue({ id, actorId }: Scope = {}): string {
  const scope = id !== undefined ? 'and id = $2' : actorId !== undefined ? 'and actor_id = $2' : '';
  return `status <> 'ended' and ${deadline} <= $1::timestamptz ${scope}`;
}

const overdueAt = (at: number, { id, actorId }: Scope = {}) => {
  const scope = id ?? actorId;
  return scope === undefined ? [iso(at)] : [iso(at), scope];
};

async function insertSession(database: Queryable, session: NewSession): Promise<StoredSession> {
  const { actor, subject, extension } = session;
  const columns: Record<string, unknown> = {
    id: session.id,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_email: actor.email,
    actor_session_id: session.actorSessionId,
    subject_id: subject.id,
    subject_name: subject.name,
    subject_email: subject.email,
    category: session.category,
    reason: session.reason,
    case_number: session.caseNumber,
    mode: session.mode,
    modes: session.modes,
    status: 'pending',
    created_at: iso(session.createdAt),
    expires_at: iso(session.endsAt),
    idle_seconds: session.idleSeconds,
    extensions_max: extension.max,
    extension_seconds: extension.seconds,
    app_origin: session.appOrigin,
    idempotency_key: session.idempotencyKey,
    ticket_hash: session.ticketHash,
    ticket_expires_at: iso(session.ticketExpiresAt),
  };
  const names = Object.keys(columns);
  const [row] = await database.query<SessionRow>(
    `insert into ${table} (${names.join(', ')})
     values (${names.map((_, index) => `$${index + 1}`).join(', ')})
     returning *`,
    Object.values(columns),
  );
  if (!row) throw new Error('insert … returning gave no row');
  return toStored(row);
}

const iso = (instant: number) => new Date(instant).toISOString();
