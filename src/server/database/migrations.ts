/**
 * The kit's tables. A change that was released is never edited: add one.
 *
 * @module
 */

/**
 * All that is looked through at once, as one text: an estimate of ten texts in turn would be too high for the index to be
 * used. An index is on exactly this.
 */
export const wholeText = [
  'reason',
  'category',
  'case_number',
  'id',
  'actor_id',
  'actor_name',
  'actor_email',
  'subject_id',
  'subject_name',
  'subject_email',
]
  .map((name) => `coalesce(${name}, '')`)
  .join(` || chr(10) || `);

export interface Migration {
  readonly id: string;
  readonly statements: readonly string[];
}

/** What people are sorted by: short enough for a page marker, and compared byte by byte on every machine. */
const sortKey = (name: string, id: string) =>
  `text collate "C" generated always as (left(lower(coalesce(${name}, ${id})), 100)) stored`;

const impersonations = `
  create table impersonation_kit.impersonations (
    id text primary key,
    actor_id text not null,
    actor_name text,
    actor_email text,
    actor_session_id text not null,
    actor_key ${sortKey('actor_name', 'actor_id')},
    subject_id text not null,
    subject_name text,
    subject_email text,
    subject_key ${sortKey('subject_name', 'subject_id')},
    category text,
    reason text not null,
    case_number text,
    mode text not null check (mode in ('read-only', 'full')),
    modes text[] not null,
    status text not null check (status in ('pending', 'active', 'ended')),
    created_at timestamptz not null,
    started_at timestamptz,
    expires_at timestamptz not null,
    idle_expires_at timestamptz,
    idle_seconds integer not null,
    extensions_used integer not null default 0,
    extensions_max integer not null,
    extension_seconds integer not null,
    ended_at timestamptz,
    end_cause text,
    ended_by_id text,
    ended_by_name text,
    ended_by_email text,
    end_reason text,
    app_origin text not null,
    ticket_hash text not null unique,
    ticket_expires_at timestamptz not null,
    ticket_used_at timestamptz,
    check (actor_id <> subject_id),
    check ((status = 'pending') = (ticket_used_at is null and ended_at is null)),
    check ((status = 'ended') = (ended_at is not null and end_cause is not null))
  )`;

const auditEvents = `
  create table impersonation_kit.audit_events (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    type text not null,
    session_id text,
    actor_id text not null,
    actor_name text,
    actor_email text,
    subject_id text not null,
    subject_name text,
    subject_email text,
    request_id text,
    method text,
    route text,
    status integer,
    action text,
    code text,
    detail jsonb not null
  )`;

export const migrations: readonly Migration[] = [
  {
    id: '0001-impersonations',
    statements: [
      impersonations,
      // One for each order and filter of the list; the unique one is also the last word on "already acting".
      'create index on impersonation_kit.impersonations (created_at, id)',
      'create index on impersonation_kit.impersonations (actor_key, id)',
      'create index on impersonation_kit.impersonations (subject_key, id)',
      'create index on impersonation_kit.impersonations (end_cause, created_at, id)',
      `create unique index impersonations_live on impersonation_kit.impersonations (actor_id, subject_id)
        where status <> 'ended'`,
    ],
  },
  {
    id: '0002-audit-events',
    statements: [
      auditEvents,
      'create index on impersonation_kit.audit_events (session_id, seq)',
      `create function impersonation_kit.refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception 'audit_events is append-only' using errcode = 'insufficient_privilege';
        end $$`,
      `create trigger append_only before update or delete or truncate on impersonation_kit.audit_events
        for each statement execute function impersonation_kit.refuse_change()`,
    ],
  },
  {
    id: '0003-signing-keys',
    statements: [
      `create table impersonation_kit.signing_keys (
        id text primary key,
        private_jwk jsonb not null,
        created_at timestamptz not null default now()
      )`,
    ],
  },
  {
    id: '0004-access',
    statements: ['create index on impersonation_kit.impersonations (subject_id, created_at, id)'],
  },
  {
    id: '0005-proofs',
    statements: [
      'alter table impersonation_kit.impersonations add column key_thumbprint text',
      `create table impersonation_kit.used_proofs (
        id text primary key,
        until timestamptz not null
      )`,
      'create index on impersonation_kit.used_proofs (until)',
    ],
  },
  {
    id: '0006-session-changes',
    statements: [
      `create function impersonation_kit.tell_session_change() returns trigger language plpgsql as $$
        begin
          perform pg_notify('impersonation_kit_sessions', new.id);
          return null;
        end $$`,
      // By the database itself, so that nobody who changes a session can forget to say so. Activity alone is not told.
      `create trigger tell_change after update on impersonation_kit.impersonations for each row
        when ((old.status, old.mode, old.expires_at) is distinct from (new.status, new.mode, new.expires_at))
        execute function impersonation_kit.tell_session_change()`,
    ],
  },
  {
    id: '0007-idempotency',
    statements: [
      'alter table impersonation_kit.impersonations add column idempotency_key text',
      'create unique index on impersonation_kit.impersonations (actor_id, idempotency_key)',
    ],
  },
  {
    id: '0008-activity',
    statements: [
      `create index on impersonation_kit.audit_events (session_id) where type = 'request.blocked'`,
    ],
  },
  {
    id: '0009-parts-of-texts',
    statements: [
      // Without it, a part of a text is looked for row by row. Not every engine has the extension (PGlite as it comes has
      // not), and not every role may create it: where it cannot be had, the same is found, and later.
      `do $$
        declare home text;
        begin
          begin
            create extension if not exists pg_trgm;
          exception when others then
            return;
          end;
          select quote_ident(nspname) into strict home
            from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm';
          execute (
            select 'create index impersonations_texts on impersonation_kit.impersonations using gin ('
              || string_agg(part || ' ' || home || '.gin_trgm_ops', ', ') || ')'
            from unnest(array['reason', 'category', 'case_number', 'id', 'actor_id', 'actor_name', 'actor_email',
              'subject_id', 'subject_name', 'subject_email', $text$(${wholeText})$text$]) as part);
        end $$`,
    ],
  },
  {
    id: '0010-exports',
    statements: [
      // Whoever takes the record with them acts as nobody.
      'alter table impersonation_kit.audit_events alter column subject_id drop not null',
      `alter table impersonation_kit.audit_events add constraint has_subject
        check (subject_id is not null or type = 'record.exported')`,
    ],
  },
];
