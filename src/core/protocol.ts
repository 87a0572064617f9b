/**
 * What the `http` client and the backend say to each other: every body's shape, judged on both sides.
 *
 * Instants are ISO 8601 strings in UTC; durations are whole seconds. Members that are not named here are dropped, so
 * nothing a caller adds is ever used.
 *
 * @module
 */

import * as v from 'valibot';

import './error-sentences.js';
import { ImpersonationError, isErrorCode, type ErrorCode } from './errors.js';
import { isTimeZone } from './time-zone.js';
import {
  bucketLimit,
  bucketSizes,
  conditionLimits,
  endCauses,
  eventTypes,
  exportFormats,
  longestDuration,
  modes,
  pageLimit,
  reasonLength,
  sessionSorts,
  statuses,
} from './vocabulary.js';

export * from './vocabulary.js';

// Each check's message is the error code it fails with.
const text = (max: number) => v.pipe(v.string('invalid_request'), v.maxLength(max, 'invalid_request'));
const identifier = v.pipe(text(255), v.regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]+$/u, 'invalid_request'));
const instant = v.pipe(v.string(), v.isoTimestamp());
const mode = v.picklist(modes, 'mode_not_allowed');
const seconds = v.pipe(
  v.number('duration_not_allowed'),
  v.integer('duration_not_allowed'),
  v.minValue(1, 'duration_not_allowed'),
  v.maxValue(longestDuration, 'duration_not_allowed'),
);

/** Without what a person cannot see: controls (but line breaks), format characters, spaces around it. */
const visible = (value: string) => value.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
const reason = v.pipe(
  v.string('reason_too_short'),
  v.maxLength(reasonLength.max * 4, 'reason_too_long'),
  v.transform(visible),
  v.check((value) => [...value.replace(/\s+/gu, ' ')].length >= reasonLength.min, 'reason_too_short'),
  v.check((value) => [...value].length <= reasonLength.max, 'reason_too_long'),
);
const caseNumber = v.pipe(
  v.string('case_number_invalid'),
  v.transform((value) => value.trim()),
  v.regex(/^[\p{L}\p{N}#_./:-]{1,64}$/u, 'case_number_invalid'),
);

/** The code of a member that is not there: that of an empty one, where there is such a code. */
const missing = ({ path }: v.ObjectIssue) => {
  const member = path?.at(-1)?.key;
  if (member === 'reason') return 'reason_too_short';
  return member === 'durationSeconds' ? 'duration_not_allowed' : 'invalid_request';
};

/** Somebody a record names. */
export const Party = v.object({
  id: v.string(),
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
});
export type Party = v.InferOutput<typeof Party>;

/** What an admin may ask for when acting as one user: the policy's answer. */
export const StartOffer = v.object({
  modes: v.pipe(v.array(v.picklist(modes)), v.minLength(1)),
  /** Seconds, shortest first. */
  durations: v.pipe(v.array(v.number()), v.minLength(1)),
  caseNumber: v.picklist(['required', 'optional', 'off']),
  /** Whether the person is told that somebody acts as them. */
  tellsSubject: v.boolean(),
});
export type StartOffer = v.InferOutput<typeof StartOffer>;

/** A row of the user list. */
export const UserSummary = v.object({
  id: v.string(),
  name: v.string(),
  email: v.nullable(v.string()),
  organization: v.nullable(v.string()),
  role: v.nullable(v.string()),
  /** Why this person cannot be impersonated by the one who asks; `null` when they can. */
  refusal: v.nullable(v.custom<ErrorCode>(isErrorCode)),
});
export type UserSummary = v.InferOutput<typeof UserSummary>;

/** One user, with what may be asked for; `offer` is `null` exactly when `refusal` is not. */
export const UserDetail = v.object({ ...UserSummary.entries, offer: v.nullable(StartOffer) });
export type UserDetail = v.InferOutput<typeof UserDetail>;

/** One impersonation: who, as whom, why, from when to when, how it ended. */
export const SessionRecord = v.object({
  id: v.string(),
  actor: Party,
  subject: Party,
  category: v.nullable(v.string()),
  reason: v.string(),
  caseNumber: v.nullable(v.string()),
  mode: v.picklist(modes),
  status: v.picklist(statuses),
  createdAt: instant,
  /** When its tab redeemed the ticket. */
  startedAt: v.nullable(instant),
  expiresAt: instant,
  idleExpiresAt: v.nullable(instant),
  endedAt: v.nullable(instant),
  endCause: v.nullable(v.picklist(endCauses)),
  /** Who ended it, when a person did. */
  endedBy: v.nullable(Party),
  endReason: v.nullable(v.string()),
  extension: v.object({ used: v.number(), max: v.number(), seconds: v.number() }),
  /** The kinds of access that may be switched between. */
  modes: v.array(v.picklist(modes)),
  /** Seconds without activity after which it ends. */
  idleSeconds: v.number(),
});
export type SessionRecord = v.InferOutput<typeof SessionRecord>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The requests that were made while impersonating, by what they came to. */
export const RequestCounts = v.object({
  /** Made, and could change nothing. */
  looks: count,
  /** Let through to change something, but for those that are known to have failed. */
  changes: count,
  /** Not let through. */
  blocked: count,
});
export type RequestCounts = v.InferOutput<typeof RequestCounts>;

/** One impersonation, as the person it was of may know it. */
export const AccessRecord = v.object({
  id: v.string(),
  /** Who it was; `null` where the host does not tell. */
  actor: v.nullable(v.object({ name: v.string() })),
  category: v.nullable(v.string()),
  reason: v.string(),
  caseNumber: v.nullable(v.string()),
  mode: v.picklist(modes),
  status: v.picklist(statuses),
  createdAt: instant,
  /** When somebody first held a token for it; `null` when nobody did. */
  startedAt: v.nullable(instant),
  expiresAt: instant,
  endedAt: v.nullable(instant),
  endCause: v.nullable(v.picklist(endCauses)),
  /** How much was done so far; `null` where the backend does not count. */
  done: v.nullable(RequestCounts),
  /** Whether the person may end it now. */
  mayEnd: v.boolean(),
});
export type AccessRecord = v.InferOutput<typeof AccessRecord>;

/** One row of the record. */
export const SessionEvent = v.object({
  /** Its place in the record: a whole number, as text. */
  id: v.string(),
  at: instant,
  type: v.picklist(eventTypes),
  sessionId: v.nullable(v.string()),
  actor: Party,
  subject: Party,
  /** The HTTP request it is about. Rows about one request share its id. */
  request: v.nullable(
    v.object({
      id: v.string(),
      method: v.string(),
      route: v.string(),
      /** `null` while its outcome is not known. */
      status: v.nullable(v.number()),
    }),
  ),
  /** The host's name for what was attempted, such as `note.delete`. */
  action: v.nullable(v.string()),
  /** Why it was refused or blocked. */
  code: v.nullable(v.custom<ErrorCode>(isErrorCode)),
  /** What else belongs to this type: a reason, a mode, seconds, a cause. */
  detail: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
});
export type SessionEvent = v.InferOutput<typeof SessionEvent>;

/** `POST /impersonations`. The actor is never part of it. */
export const StartRequest = v.object(
  {
    userId: identifier,
    reason,
    category: v.optional(v.nullable(v.pipe(text(64), v.transform(visible)))),
    caseNumber: v.optional(v.nullable(caseNumber)),
    durationSeconds: seconds,
    mode: v.optional(mode, 'read-only'),
  },
  missing,
);
export type StartRequest = v.InferInput<typeof StartRequest>;

/** How a started impersonation gets to its own tab. */
export const StartAnswer = v.variant('kind', [
  v.object({
    kind: v.literal('ticket'),
    /** One-time code for `POST /redeem`, to be carried in the fragment of `url`. */
    ticket: v.string(),
    ticketExpiresAt: instant,
    url: v.pipe(v.string(), v.url()),
    session: SessionRecord,
  }),
  v.object({ kind: v.literal('redirect'), url: v.pipe(v.string(), v.url()) }),
]);
export type StartAnswer = v.InferOutput<typeof StartAnswer>;

/** `POST /redeem`. Tickets are 32 random bytes in base64url. */
export const RedeemRequest = v.object({
  ticket: v.pipe(v.string('ticket_invalid'), v.regex(/^[\w-]{43}$/, 'ticket_invalid')),
});
export type RedeemRequest = v.InferInput<typeof RedeemRequest>;

/** What a tab holds: the token, and the record it is about. */
export const Grant = v.object({ token: v.string(), session: SessionRecord });
export type Grant = v.InferOutput<typeof Grant>;

/** `POST /current/extend`. */
export const ExtendRequest = v.object({ reason: v.optional(v.nullable(reason)) });
export type ExtendRequest = v.InferInput<typeof ExtendRequest>;

/** `POST /current/mode`. More access asks for a reason; less does not. */
export const ModeRequest = v.pipe(
  v.object({ mode, reason: v.optional(v.nullable(reason)) }),
  v.forward(
    v.check(({ mode, reason }) => mode === 'read-only' || typeof reason === 'string', 'reason_too_short'),
    ['reason'],
  ),
);
export type ModeRequest = v.InferInput<typeof ModeRequest>;

/** `POST /impersonations/{id}/revoke`. */
export const RevokeRequest = v.object({ reason }, missing);
export type RevokeRequest = v.InferInput<typeof RevokeRequest>;

const cursor = v.optional(v.pipe(v.string('invalid_cursor'), v.regex(/^[\w-]{1,1024}$/, 'invalid_cursor')));
const limit = v.optional(
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number))], 'invalid_request'),
    v.integer('invalid_request'),
    v.minValue(pageLimit.min, 'invalid_request'),
    v.maxValue(pageLimit.max, 'invalid_request'),
  ),
  pageLimit.usual,
);
const search = v.optional(v.pipe(text(200), v.transform(visible)));

/** `GET /users`. */
export const UserQuery = v.object({ query: search, cursor, limit });
export type UserQuery = v.InferInput<typeof UserQuery>;

const values = <Value extends v.GenericSchema>(value: Value) =>
  v.pipe(
    v.array(value, 'invalid_request'),
    v.minLength(1, 'invalid_request'),
    v.maxLength(conditionLimits.values, 'invalid_request'),
  );
const not = v.optional(v.boolean('invalid_request'), false);
const part = v.pipe(
  text(conditionLimits.characters),
  v.transform(visible),
  v.minLength(1, 'invalid_request'),
);

/** What holds of a session: one of these values in this field, or with `not`, none of them. */
export const Condition = v.variant('field', [
  v.object({
    /** Text, matched as in the filters below. `any`: the reason, the case, the category, the id or either person. */
    field: v.picklist(['any', 'actor', 'subject', 'reason', 'category', 'caseNumber', 'id']),
    not,
    values: values(part),
  }),
  v.object({ field: v.literal('status'), not, values: values(v.picklist(statuses, 'invalid_request')) }),
  v.object({ field: v.literal('mode'), not, values: values(v.picklist(modes, 'invalid_request')) }),
  v.object({ field: v.literal('endCause'), not, values: values(v.picklist(endCauses, 'invalid_request')) }),
]);
export type Condition = v.InferInput<typeof Condition>;

/** In an address, it is JSON. What is none is no list either. */
const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
const conditions = v.pipe(v.array(Condition), v.maxLength(conditionLimits.conditions));
const where = v.union(
  [conditions, v.pipe(v.string(), v.maxLength(16_384), v.transform(fromJson), conditions)],
  'invalid_request',
);

/** Which sessions. Text is matched literally, anywhere, without regard to case. */
const sessionFilter = {
  /** Part of the actor's id, name or e-mail. */
  actor: search,
  /** Part of the subject's id, name or e-mail. */
  subject: search,
  status: v.optional(v.picklist(statuses, 'invalid_request')),
  endCause: v.optional(v.picklist(endCauses, 'invalid_request')),
  /** Created at or after. */
  from: v.optional(v.pipe(v.string('invalid_request'), v.isoTimestamp('invalid_request'))),
  /** Created before. */
  to: v.optional(v.pipe(v.string('invalid_request'), v.isoTimestamp('invalid_request'))),
  /** Part of the reason, the category or the case number. */
  text: search,
  /** What else must hold, all of it. */
  where: v.optional(where),
};

/** As text it is only read, never written by hand. */
type Typed<Query> = Omit<Query, 'where'> & { where?: readonly Condition[] | undefined };

/** `GET /impersonations`. */
export const SessionQuery = v.object({
  ...sessionFilter,
  sort: v.optional(v.picklist(sessionSorts, 'invalid_request'), '-createdAt'),
  cursor,
  limit,
});
export type SessionQuery = Typed<v.InferInput<typeof SessionQuery>>;

/** `GET /impersonations/activity`: the same filters, without pages. */
export const ActivityQuery = v.object({
  ...sessionFilter,
  /** How long a bucket is. The server takes a longer one where there would be too many. */
  bucket: v.optional(v.picklist(['auto', ...bucketSizes], 'invalid_request'), 'auto'),
  /** Whose hours, days and weeks: the IANA name of a time zone. */
  timeZone: v.optional(v.pipe(text(64), v.check(isTimeZone, 'invalid_request')), 'UTC'),
});
export type ActivityQuery = Typed<v.InferInput<typeof ActivityQuery>>;

/** `GET /impersonations/export`: the same filters, newest first, all in one file. */
export const ExportQuery = v.object({
  ...sessionFilter,
  format: v.picklist(exportFormats, 'invalid_request'),
  /** By whose clock the times of a CSV file are. */
  timeZone: v.optional(v.pipe(text(64), v.check(isTimeZone, 'invalid_request')), 'UTC'),
});
export type ExportQuery = Typed<v.InferInput<typeof ExportQuery>>;

/** How many sessions began when. */
export const Activity = v.object({
  bucket: v.picklist(bucketSizes),
  /** Without a gap, oldest first. The first begins at the query's `from`, the last ends at its `to`, where it has them. */
  buckets: v.pipe(
    v.array(
      v.object({
        start: instant,
        /** Not part of it any more. */
        end: instant,
        count: v.number(),
        /** How many of them attempted something that was blocked. */
        blocked: v.number(),
        /** How many of them were ended by somebody else. */
        revoked: v.number(),
      }),
    ),
    v.maxLength(bucketLimit),
  ),
});
export type Activity = v.InferOutput<typeof Activity>;

/** `GET /impersonations/{id}/events`, oldest first. */
export const EventQuery = v.object({ cursor, limit });
export type EventQuery = v.InferInput<typeof EventQuery>;

/** `GET /me/access`, newest first. */
export const AccessQuery = v.object({ cursor, limit });
export type AccessQuery = v.InferInput<typeof AccessQuery>;

const page = <Item extends v.GenericSchema>(item: Item) =>
  v.object({
    items: v.array(item),
    /** Marks the next page; `null` on the last one. */
    nextCursor: v.nullable(v.string()),
    /** How many match in all; `atLeast` when counting stopped there. `null` when it was not counted. */
    total: v.nullable(v.object({ count: v.number(), atLeast: v.boolean() })),
  });

/** The answers to the lists. */
export const UserPage = page(UserSummary);
export const SessionPage = page(SessionRecord);
export const EventPage = page(SessionEvent);
export const AccessPage = page(AccessRecord);
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: { readonly count: number; readonly atLeast: boolean } | null;
}

/** An error's body: RFC 9457, `application/problem+json`. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.custom<ErrorCode>(isErrorCode),
  field: v.optional(v.string()),
  /** With `insufficient_user_authentication`: the age in seconds that a sign-in may have. */
  maxAge: v.optional(v.number()),
  /** With `session_revoked` and `session_expired`: how it ended. */
  endCause: v.optional(v.picklist(endCauses)),
  /** With `session_conflict` and `too_many_sessions`: which of one's own impersonations are in the way. */
  sessionIds: v.optional(v.array(v.string())),
  /** With `session_revoked`: who revoked it, when a person did. */
  endedBy: v.optional(Party),
});
export type Problem = v.InferOutput<typeof Problem>;

/** The `type` of a problem: a name, not an address. */
export const problemType = (code: ErrorCode) => `urn:impersonation-kit:problem:${code}`;

/**
 * Judges what came from outside by its schema.
 *
 * @throws {ImpersonationError} the code of the first check that failed, with `field` naming the member; `otherwise`
 *   where a check has no code of its own.
 */
export function judge<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  otherwise: ErrorCode,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  throw new ImpersonationError(isErrorCode(issue.message) ? issue.message : otherwise, {
    ...(field && { field }),
  });
}
