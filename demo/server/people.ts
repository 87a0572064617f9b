/**
 * Fieldnotes' users, as its own pages and the kit ask for them.
 *
 * @module
 */

import type { Person, Queryable, UserDirectory } from '../../src/server/index.js';

/** From the least to the most. */
export const roles = ['member', 'manager', 'support', 'owner'] as const;
export type Role = (typeof roles)[number];

const columns = `u.id, u.name, u.email, u.role, o.name as organization`;
const people = `demo."user" u join demo.organization o on o.id = u."organizationId"`;
const matching = `($1 = '' or u.name ilike $2 or u.email ilike $2 or o.name ilike $2)`;

/** `null` when there is nobody of this id. */
export async function personById(database: Queryable, id: string): Promise<Person | null> {
  const [person] = await database.query<PersonRow>(`select ${columns} from ${people} where u.id = $1`, [id]);
  return person ?? null;
}

/** What the kit asks for. Its cursor is the last name and id that were given out. */
export function userDirectory(database: Queryable): UserDirectory {
  return {
    get: (id) => personById(database, id),
    async search({ query, limit, cursor }) {
      const [name, id] = cursor === null ? ['', ''] : readCursor(cursor);
      const rows = await database.query<PersonRow>(
        `select ${columns} from ${people} where ${matching} and (u.name, u.id) > ($3, $4)
         order by u.name, u.id limit $5`,
        [query, containing(query), name, id, limit + 1],
      );
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? writeCursor(last.name, last.id) : null };
    },
  };
}

/** A numbered page for the admin area, newest first. */
export async function listPeople(database: Queryable, query: string, page: number, size: number) {
  const parameters = [query, containing(query)];
  const [counted] = await database.query<{ count: number }>(
    `select count(*)::int as count from ${people} where ${matching}`,
    parameters,
  );
  const items = await database.query<PersonRow & { joined: Date; notes: number }>(
    `select ${columns}, u."createdAt" as joined,
       (select count(*)::int from demo.note n where n."userId" = u.id) as notes
     from ${people} where ${matching} order by u."createdAt" desc, u.id limit $3 offset $4`,
    [...parameters, size, (page - 1) * size],
  );
  return { items, total: counted?.count ?? 0 };
}

type PersonRow = Required<Person> & Record<string, unknown>;

/** A pattern that finds the text literally, wherever it is. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const writeCursor = (name: string, id: string) =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

function readCursor(cursor: string): [name: string, id: string] {
  const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  return [String(name), String(id)];
}
