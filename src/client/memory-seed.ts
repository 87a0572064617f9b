/**
 * People and a month of impersonations that could have happened, the same ones each time.
 *
 * @module
 */

import type { Party, SessionRecord } from '../core/protocol.js';
import { endCauses, type EndCause } from '../core/vocabulary.js';
import type { MemoryUser } from './memory-users.js';

/** When the memory client's clock starts unless it is told otherwise: a Friday morning. */
export const seedInstant = Date.UTC(2026, 10, 20, 9, 30);

/** The admin whose sign-in the memory client pretends to have. */
export const seedAdmin: Party = { id: 'u_1', name: 'Sam Lee', email: 'sam.lee@fieldnotes.example' };

const admins: Party[] = [
  seedAdmin,
  { id: 'u_2', name: 'Priya Raman', email: 'priya.raman@fieldnotes.example' },
  { id: 'u_3', name: 'Jonas Weber', email: 'jonas.weber@fieldnotes.example' },
];

export const seedUsers: readonly MemoryUser[] = [
  user('u_42', 'Dana Fox', 'dana.fox@northwind.example', 'Northwind Traders', 'Member'),
  user('u_43', 'Mateo Álvarez', 'mateo@northwind.example', 'Northwind Traders', 'Manager'),
  user('u_57', 'Aiko Tanaka', 'aiko.tanaka@lumen.example', 'Lumen Studio', 'Member'),
  user(
    'u_58',
    'Oluwaseun Adeyemi-Fitzgerald',
    'oluwaseun.adeyemi-fitzgerald@lumen.example',
    'Lumen Studio',
    'Member',
  ),
  user('u_64', 'Lena Hoffmann', 'lena@hoffmann-partner.example', 'Hoffmann & Partner', 'Manager'),
  user('u_71', 'Noor Haddad', 'noor.haddad@cedar.example', 'Cedar Clinics', 'Member'),
  {
    ...user('u_9', 'Margaret Osei', 'margaret.osei@fieldnotes.example', 'Fieldnotes', 'Owner'),
    refusal: 'subject_protected',
  },
  {
    ...user('u_1', 'Sam Lee', 'sam.lee@fieldnotes.example', 'Fieldnotes', 'Support'),
    refusal: 'self_impersonation',
  },
];

const reasons: [category: string, reason: string][] = [
  ['Reproduce a bug', 'Notes saved on the phone do not show up on the desktop.'],
  ['Billing question', 'Invoice for October shows two seats too many.'],
  ['Reproduce a bug', 'Export to PDF stops at page three, looking at the same project.'],
  ['Account help', 'Asked on the phone to be walked through sharing settings.'],
  ['Data check', 'Checking whether the import of last Tuesday kept its attachments.'],
  ['Account help', 'Cannot find the project that a colleague shared on Monday.'],
  ['Reproduce a bug', 'Search finds nothing when the query has an umlaut.'],
];

/** A record that makes sense as it stands: active for two minutes of its quarter of an hour. */
export function sampleSession(overrides: Partial<SessionRecord> = {}, now = seedInstant): SessionRecord {
  return {
    id: 'imp_sample',
    actor: seedAdmin,
    subject: { id: 'u_42', name: 'Dana Fox', email: 'dana.fox@northwind.example' },
    category: 'Reproduce a bug',
    reason: 'Notes saved on the phone do not show up on the desktop.',
    caseNumber: 'CASE-4821',
    mode: 'read-only',
    status: 'active',
    createdAt: iso(now - 130_000),
    startedAt: iso(now - 120_000),
    expiresAt: iso(now + 780_000),
    idleExpiresAt: iso(now + 780_000),
    endedAt: null,
    endCause: null,
    endedBy: null,
    endReason: null,
    extension: { used: 0, max: 3, seconds: 900 },
    modes: ['read-only', 'full'],
    idleSeconds: 900,
    ...overrides,
  };
}

/** As many impersonations as asked for over the thirty days before `now`, oldest first; the newest are still going on. */
export function seedSessions(users: readonly MemoryUser[], count: number, now: number): SessionRecord[] {
  const subjects = users.filter(({ refusal }) => !refusal);
  if (!subjects.length) return [];
  const random = randomFrom(20_261_120);
  const pick = <Item>(items: readonly Item[]) => nth(items, Math.floor(random() * items.length));
  const month = 30 * 86_400_000;
  return Array.from({ length: count }, (_, index) => {
    const going = count - index <= 2 && count > 2;
    const [category, reason] = pick(reasons);
    const seconds = pick([900, 1800, 3600]);
    const age = going ? (count - index) * 240_000 : ((count - index) / count) * month + random() * 3_600_000;
    const created = Math.floor((now - age) / 1000) * 1000 - (going ? 0 : 7_200_000);
    const subject = going ? nth(subjects, index + 1) : pick(subjects);
    const begun = sampleSession(
      {
        id: `imp_${String(index + 1).padStart(4, '0')}`,
        actor: going ? nth(admins, 1 + (index % 2)) : pick(admins),
        subject: { id: subject.id, name: subject.name, email: subject.email ?? null },
        category,
        reason,
        caseNumber: random() < 0.7 ? `CASE-${String(4000 + index)}` : null,
        mode: random() < 0.25 ? 'full' : 'read-only',
        createdAt: iso(created),
        startedAt: iso(created + 4000),
        expiresAt: iso(created + 4000 + (going ? 1800 : seconds) * 1000),
        idleExpiresAt: iso(created + 4000 + 900_000),
      },
      now,
    );
    return going ? begun : ended(begun, causeOf(index, random()), random());
  });
}

/** Half are ended by their admin; the others take turns, so that every cause is there. */
function causeOf(index: number, chance: number): EndCause {
  return chance < 0.5 ? 'ended' : nth(endCauses, index);
}

function ended(session: SessionRecord, endCause: EndCause, share: number): SessionRecord {
  const start = Date.parse(session.startedAt ?? session.createdAt);
  const end = Date.parse(session.expiresAt);
  const never = endCause === 'never-redeemed';
  const at =
    endCause === 'expired' ? end : never ? start + 26_000 : Math.min(end, start + 30_000 + share * 840_000);
  const { actor, subject } = session;
  const by: Partial<Record<EndCause, Party>> = {
    ended: actor,
    revoked: admins.find(({ id }) => id !== actor.id) ?? actor,
    'revoked-by-subject': subject,
  };
  return {
    ...session,
    status: 'ended',
    startedAt: never ? null : session.startedAt,
    idleExpiresAt: never ? null : session.idleExpiresAt,
    endedAt: iso(Math.floor(at / 1000) * 1000),
    endCause,
    endedBy: by[endCause] ?? null,
    endReason: endCause === 'revoked' ? 'The case was closed in the meantime.' : null,
  };
}

function user(id: string, name: string, email: string, organization: string, role: string): MemoryUser {
  return { id, name, email, organization, role };
}

/** The item at this place, going round and round. */
export function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('The list is empty');
  return item;
}

export const iso = (instant: number) => new Date(instant).toISOString();

/** Numbers in [0, 1) that look random and are the same for the same seed (a linear congruential generator). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
