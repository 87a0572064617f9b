/**
 * Fieldnotes' own tables. Those of the sign-in have better-auth's names; the kit keeps its own in another schema.
 *
 * @module
 */

import { randomBytes } from 'node:crypto';

import type { Database } from '../../src/server/index.js';

const tables = `
  create schema if not exists demo;
  create table if not exists demo.organization (
    id text primary key,
    name text not null
  );
  create table if not exists demo."user" (
    id text primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null default true,
    image text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    role text not null check (role in ('member', 'manager', 'support', 'owner')),
    "organizationId" text not null references demo.organization
  );
  create index if not exists user_by_name on demo."user" (name, id);
  create index if not exists user_by_age on demo."user" ("createdAt" desc, id);
  create table if not exists demo.session (
    id text primary key,
    token text not null unique,
    "userId" text not null references demo."user" on delete cascade,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "ipAddress" text,
    "userAgent" text
  );
  create index if not exists session_by_user on demo.session ("userId");
  create table if not exists demo.account (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references demo."user" on delete cascade,
    password text,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  );
  create index if not exists account_by_user on demo.account ("userId");
  create table if not exists demo.verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  );
  create index if not exists verification_by_identifier on demo.verification (identifier);
  create table if not exists demo.project (
    id text primary key,
    "userId" text not null references demo."user" on delete cascade,
    name text not null
  );
  create index if not exists project_by_user on demo.project ("userId");
  create table if not exists demo.note (
    id text primary key,
    "userId" text not null references demo."user" on delete cascade,
    "projectId" text not null references demo.project on delete cascade,
    title text not null,
    body text not null,
    "updatedAt" timestamptz not null default now()
  );
  create index if not exists note_by_user on demo.note ("userId", "updatedAt" desc);
  create table if not exists demo.notice (
    id text primary key,
    "userId" text not null references demo."user" on delete cascade,
    "actorName" text not null,
    reason text not null,
    at timestamptz not null,
    seen boolean not null default false
  );
  create index if not exists notice_by_user on demo.notice ("userId", at desc);
  create table if not exists demo.setting (
    name text primary key,
    value text not null
  );
`;

/** Makes what is not there yet. */
export async function createSchema(database: Database): Promise<void> {
  await database.run(tables);
}

/** The secret that better-auth signs its cookies with: made on the first start, the same ever after. */
export async function secretOf(database: Database): Promise<string> {
  await database.query(
    `insert into demo.setting (name, value) values ('secret', $1) on conflict (name) do nothing`,
    [randomBytes(32).toString('base64url')],
  );
  const [row] = await database.query<{ value: string }>(
    `select value from demo.setting where name = 'secret'`,
  );
  if (!row) throw new Error('The secret that was just written cannot be read.');
  return row.value;
}
