import type { EndCause, Mode } from '../../../core/protocol.js';

/** The person’s own view. “They” is whoever acted, “you” the person whose account it is. */
export const access = {
  label: 'Who was signed in as you',
  somebody: 'A member of staff',
  isThere: ({ who }: { who: string }) => `${who} is signed in as you now`,
  isComing: ({ who }: { who: string }) => `${who} is about to sign in as you`,
  wasThereFor: ({ who, duration }: Record<'who' | 'duration', string>) =>
    `${who} was signed in as you for ${duration}`,
  wasThere: ({ who }: { who: string }) => `${who} was signed in as you`,
  neverCame: ({ who }: { who: string }) => `${who} was about to sign in as you, and never did`,
  endsIn: ({ time }: { time: string }) => `Ends by itself in ${time}`,
  timeIsUp: 'The time is up',

  why: 'Why',
  mayDo: 'What they may do',
  modes: {
    'read-only': 'Look, and change nothing',
    full: 'Look, and change things',
  } satisfies Record<Mode, string>,
  did: {
    label: 'What they did',
    soFar: 'What they did so far',
    changes: ({ count, number }: { count: number; number: string }) =>
      count === 0 ? 'Changed nothing' : count === 1 ? 'Made 1 change' : `Made ${number} changes`,
    looks: ({ count, number }: { count: number; number: string }) =>
      count === 0
        ? 'Looked at nothing'
        : count === 1
          ? 'Looked something up once'
          : `Looked something up ${number} times`,
    blocked: ({ count, number }: { count: number; number: string }) =>
      count === 1
        ? 'Was stopped once, trying what is not allowed'
        : `Was stopped ${number} times, trying what is not allowed`,
  },
  ended: 'How it ended',
  endCauses: {
    ended: 'They ended it',
    expired: 'The time ran out',
    idle: 'Nothing was done for a while',
    revoked: 'It was cut off early',
    'revoked-by-subject': 'You ended it',
    'actor-lost-right': 'They lost the right to do this',
    'actor-signed-out': 'They signed out',
    'subject-protected': 'Your account was put out of bounds',
    'never-redeemed': 'It was never opened',
    unknown: 'It is over; how it ended is not known',
  } satisfies Record<EndCause, string>,

  more: 'Show earlier ones',
  loading: 'Loading…',
  retry: 'Try again',
  empty: 'Nobody has signed in as you',
  emptyHint: 'When somebody does, it is written here: when it was, and why.',
  failed: 'This could not be loaded',
  offline: 'The server cannot be reached',
  offlineHint: 'Trying again by itself until it can.',
  stale: ({ time }: { time: string }) => `What you see is as of ${time}.`,
  code: ({ code }: { code: string }) => `Code: ${code}`,
  notices: {
    unsupported: {
      title: 'Not shown here',
      hint: 'This app does not show who was signed in as you. Ask whoever runs it.',
    },
    impersonating: {
      title: 'Only the person themselves sees this',
      hint: 'This tab belongs to an impersonation, so it is not shown here.',
    },
    unknown: {
      title: 'It is not known who is signed in here',
      hint: 'Reload the page to see who was signed in as you.',
    },
    forbidden: {
      title: 'You cannot see this now',
      hint: 'Sign in again to see who was signed in as you.',
    },
  },
  end: {
    open: 'End it now',
    openFor: ({ what }: { what: string }) => `End it now: ${what}`,
    heading: 'End it now?',
    consequence: ({ what }: { what: string }) => `${what}. It stops at once. What was done stays on record.`,
    cancel: 'Leave it',
    submit: 'End it now',
    busy: 'Ending…',
  },
};
