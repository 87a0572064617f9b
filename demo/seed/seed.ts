/**
 * Fills an empty database: the same people, projects and notes on every machine.
 *
 * @module
 */

import { hashPassword } from 'better-auth/crypto';

import type { Database, Queryable } from '../../src/server/index.js';
import { accounts, nameOf, organizations, password } from './names.js';
import { notes, projects } from './notes.js';

const customers = 1200;
const hour = 3_600_000;
const day = 24 * hour;

/** Does nothing when there is somebody already. Resolves with how many people there are. */
export async function seed(database: Database): Promise<number> {
  const already = await countPeople(database);
  if (already > 0) return already;
  const people = everybody();
  // A password takes its time to hash, on purpose; what a thousand invented people share is hashed once.
  const hash = await hashPassword(password);
  await database.transaction(async (on) => {
    await insert(on, 'organization', ['id', 'name'], organizations);
    await insert(on, 'user', ['id', 'name', 'email', 'role', 'organizationId', 'createdAt'], people);
    await insert(
      on,
      'account',
      ['id', 'accountId', 'providerId', 'userId', 'password'],
      people.map(({ id }) => ({
        id: `acc_${id}`,
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: hash,
      })),
    );
    const work = people.map(({ id }, index) => workOf(id, index));
    await insert(
      on,
      'project',
      ['id', 'userId', 'name'],
      work.flatMap((it) => it.projects),
    );
    await insert(
      on,
      'note',
      ['id', 'userId', 'projectId', 'title', 'body', 'updatedAt'],
      work.flatMap((it) => it.notes),
    );
  });
  return people.length;
}

async function countPeople(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(`select count(*)::int as count from demo."user"`);
  return row?.count ?? 0;
}

function everybody() {
  const invented = Array.from({ length: customers }, (_, index) => {
    const name = nameOf(index);
    const organization = organizations[1 + (index % (organizations.length - 1))] ?? organizations[1];
    return {
      id: `usr_${String(index + 1).padStart(4, '0')}`,
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@${organization.id}.example`,
      role: index % 12 === 5 ? 'manager' : 'member',
      organizationId: organization.id,
      createdAt: before((index + 1) * 0.9 * day),
    };
  });
  const known = accounts.map((account) => ({
    ...account,
    createdAt: before(account.role === 'member' ? 2.2 * day : 1400 * day),
  }));
  return [...known, ...invented];
}

/** Two to four projects and three to eight notes, chosen by the person's place in the list. */
function workOf(userId: string, index: number) {
  const mine = pick(projects, 2 + ((index + 1) % 3), index).map((name, at) => ({
    id: `prj_${userId}_${at}`,
    userId,
    name,
  }));
  const written = pick(notes, 3 + ((index * 5) % 6), index * 5).map((note, at) => ({
    id: `note_${userId}_${at}`,
    userId,
    projectId: mine[at % mine.length]?.id,
    title: note.title,
    body: note.body,
    updatedAt: before((1 + at * 29 + (index % 17)) * hour),
  }));
  return { projects: mine, notes: written };
}

const before = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

/** `count` different items, from `start` on and round the end. */
const pick = <Item>(items: readonly Item[], count: number, start: number): Item[] =>
  Array.from({ length: count }, (_, at) => items[(start + at) % items.length] as Item);

/** Many rows in one statement: they travel as one JSON parameter. */
async function insert(on: Queryable, table: string, columns: string[], rows: readonly object[]) {
  const names = columns.map((column) => `"${column}"`).join(', ');
  await on.query(
    `insert into demo."${table}" (${names})
     select ${names} from jsonb_populate_recordset(null::demo."${table}", $1::text::jsonb)`,
    [JSON.stringify(rows)],
  );
}
