/**
 * All that Fieldnotes says to the kit: who is signed in, who its users are, and who may act as whom.
 *
 * @module
 */

import {
  createImpersonationBackend,
  type Database,
  type Person,
  type Policy,
  type Rights,
  type TellSubject,
} from '../../src/server/index.js';
import { roles, userDirectory, type Role } from './people.js';
import type { SignIn } from './sign-in.js';

/** Support acts as the customers it helps: never as a colleague, never as an owner. */
export const policy: Policy = ({ actor, subject }) => {
  if (actor.role !== 'support') return { refuse: 'not_permitted' };
  if (rank(subject) >= rank(actor)) return { refuse: 'subject_protected' };
  return {
    modes: ['read-only', 'full'],
    durations: [900, 1800, 3600],
    caseNumber: 'optional',
    extension: { max: 2, seconds: 900 },
  };
};

/** Why the admin area offers no impersonation of this person; `null` when it does. The policy decides, not this. */
export function whyNot(actor: Person, subject: Person): string | null {
  if (actor.id === subject.id) return 'This is you.';
  if (actor.role !== 'support') return 'Only support acts as other people.';
  return rank(subject) >= rank(actor) ? 'Members of the Fieldnotes team cannot be impersonated.' : null;
}

/** Owners oversee: they read the record and revoke, but sign in as nobody. */
export const rights: Rights = (person) => isStaff(person);

/** Whether somebody may see the admin area. */
export const isStaff = (person: Person) => person.role === 'support' || person.role === 'owner';

const rank = (person: Person) => roles.indexOf(person.role as Role);

export function createImpersonation(database: Database, signIn: SignIn, origin: string) {
  return createImpersonationBackend({
    database,
    issuer: `${origin}/impersonation`,
    audience: origin,
    app: { url: `${origin}/` },
    authenticate: signIn.authenticate,
    isSignedIn: signIn.isSignedIn,
    users: userDirectory(database),
    policy,
    rights,
    tellSubject: noticeIn(database),
    subjectMay: { seeActor: true, end: true },
    signInMaxAgeSeconds: 300,
    onError: (error) => console.error(error),
  });
}

/** The person reads it in their app. The whole list is in their settings, and needs no table of ours. */
function noticeIn(database: Database): TellSubject {
  return async (session) => {
    await database.query(
      `insert into demo.notice (id, "userId", "actorName", reason, at) values ($1, $2, $3, $4, $5)
       on conflict (id) do nothing`,
      [
        session.id,
        session.subject.id,
        session.actor.name ?? session.actor.id,
        session.reason,
        session.startedAt ?? session.createdAt,
      ],
    );
  };
}
