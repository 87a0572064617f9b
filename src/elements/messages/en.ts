/**
 * Every sentence a person reads, in English. Whole sentences with named arguments: no language is glued together.
 *
 * @module
 */

import type { EndCause, EventType, Mode, Status } from '../../core/protocol.js';
import type { ErrorCode } from '../../core/errors.js';

export const en = {
  /** Names of the two modes, as a label. */
  modes: { 'read-only': 'Read-only', full: 'Full access' } satisfies Record<Mode, string>,

  endCauses: {
    ended: 'Ended by the admin',
    expired: 'Ran out of time',
    idle: 'Ended for want of activity',
    revoked: 'Revoked',
    'revoked-by-subject': 'Ended by the person themselves',
    'actor-lost-right': 'The admin lost the right to impersonate',
    'actor-signed-out': 'The admin signed out',
    'subject-protected': 'The person may no longer be impersonated',
    'never-redeemed': 'Never opened',
    unknown: 'Ended, cause unknown',
  } satisfies Record<EndCause, string>,

  /** Where an error's own sentence (which is English) should read differently to a person in front of an element. */
  errors: {} as Partial<Record<ErrorCode, string>>,

  provider: {},
  button: {
    label: 'Impersonate',
    /** The button's accessible name, and the dialog's title. */
    labelOf: ({ name }: { name: string }) => `Impersonate ${name}`,
    /** The accessible name beside a label of the host's own that leaves the person out. */
    labelWithName: ({ label, name }: { label: string; name: string }) => `${label}: ${name}`,
    close: 'Close',
    cancel: 'Cancel',
    optional: 'Optional',

    notConnected: 'This button is not connected to a server yet.',
    impersonating: 'End this impersonation before you start another.',
    over: 'This tab belongs to an impersonation that is over. Start the next one from your own tab.',
    tabUnknown: 'It is not known who is signed in here, so nothing can be started. Reload the page.',
    unsupported: 'This backend cannot start an impersonation from here.',

    loading: ({ name }: { name: string }) => `Looking up ${name}…`,
    retry: 'Try again',
    refusedTitle: 'Not available for this person',
    failedTitle: 'That did not work',
    retryAfter: ({ duration }: { duration: string }) => `Too many attempts. Try again in ${duration}.`,

    category: 'What is it about?',
    chooseCategory: 'Choose a topic',
    categories: ['Reproduce a problem', 'Answer a question', 'Check a set-up', 'Billing', 'Something else'],
    reason: 'Reason',
    reasonHint: ({ min }: { min: string }) => `At least ${min} characters. It stays in the record.`,
    reasonCount: ({ used, max }: { used: string; max: string }) => `${used} of ${max} characters`,
    reasonTooShort: ({ min }: { min: string }) => `Say why, in at least ${min} characters.`,
    reasonTooLong: ({ max }: { max: string }) => `Keep the reason to ${max} characters.`,
    caseNumber: 'Case number',
    caseNumberRequired: 'Give the number of the case this is for.',
    caseNumberInvalid: 'This is not the form of a case number.',
    openCase: ({ number }: { number: string }) => `Open case ${number} in a new tab`,
    mode: 'Access',
    modeHints: {
      'read-only': ({ name }: { name: string }) => `See what ${name} sees. Nothing can be changed.`,
      full: ({ name }: { name: string }) =>
        `Change things as ${name}. Careful: changes are real, and each is recorded as yours.`,
    },
    duration: 'Ends after',

    disclosure: 'What is recorded',
    recorded: 'Everything you do is recorded under your own name.',
    told: ({ name }: { name: string }) => `${name} is told that you signed in, and why.`,
    notTold: ({ name }: { name: string }) => `${name} is not told.`,
    submit: {
      'read-only': 'Start read-only session',
      full: 'Start full-access session',
    } satisfies Record<Mode, string>,
    submitting: 'Starting…',

    stepUp: {
      title: 'Confirm that it is you, to continue',
      /** What is asked for; `duration` is how old a sign-in may be. */
      why: ({ duration }: { duration: string }) => `Starting needs a sign-in from the last ${duration}.`,
      whyUnsaid: 'Starting needs a more recent sign-in.',
      unanswered: 'Sign in again in another tab, then press “Try again”. What you entered stays here.',
      rejected: 'It was not confirmed, so nothing was started. What you entered is still here.',
      repeated: 'The server has not seen a new sign-in yet. Sign in again, then press “Try again”.',
      confirming: 'Confirming…',
    },

    opening: ({ name }: { name: string }) => `Opening a tab as ${name}…`,
    openingHint: 'Your own tab stays as it is.',
    opened: ({ name }: { name: string }) => `The tab as ${name} is open.`,
    openedHint: 'End the session there when you are done.',
    blocked: 'No tab has opened yet.',
    blockedHint: 'Your browser may have blocked it. Open it from here while the link is still good.',
    openTab: 'Open the tab',
    lapsed: 'The link ran out before a tab opened it.',
    lapsedHint: 'What you entered is still here.',
    startAgain: 'Start again',
    leaving: ({ name }: { name: string }) => `Taking you to the app as ${name}…`,
  },
  banner: {
    label: 'Impersonation',
    checking: 'Checking who is signed in…',
    unclear: 'It is not known who is signed in here.',
    tryAgain: 'Try again',
    trying: 'Trying…',

    actingAs: (name: string) => `Acting as ${name}`,
    signedInAs: (name: string) => `signed in as ${name}`,
    started: (subject: string, mode: string) => `You are acting as ${subject}. Access: ${mode}.`,
    modeChanged: (mode: string) => `Access is now: ${mode}.`,
    offline: 'Offline',
    offlineAdvice: 'The server cannot be reached. The time goes on.',

    timeLeft: (time: string) => `${time} left`,
    idleIn: (time: string) => `Idle sign-out in ${time}`,
    idleOver: 'Idle: asking whether it goes on…',
    urgency: { calm: '', warning: 'Ends soon', critical: 'About to end' },
    notExtendable: 'It cannot be extended.',
    willEnd: (duration: string) => `This impersonation ends in ${duration}.`,
    willIdle: (duration: string) => `This impersonation ends in ${duration} unless you do something.`,

    extend: 'Extend',
    extendBy: (duration: string) => `Extend by ${duration}`,
    extending: 'Extending…',
    toFull: 'Switch to full access…',
    toFullShort: 'Full access…',
    toReadOnly: 'Back to read-only',
    toReadOnlyShort: 'Read-only',
    switching: 'Switching…',
    end: 'End',
    signOut: 'Sign out',
    ending: 'Ending…',

    details: 'Details',
    subject: 'Acting as',
    actor: 'Signed in as',
    access: 'Access',
    reason: 'Reason',
    caseNumber: 'Case',
    endsAt: 'Ends at',
    extensions: 'Extensions left',
    shortcut: 'End with the keys',

    fullTitle: (name: string) => `Full access as ${name}`,
    fullAdvice: (actor: string) =>
      `What you change is changed for real, and recorded under the name of ${actor}.`,
    fullReason: 'Why is looking not enough?',
    fullReasonHint: (min: string) => `At least ${min} characters. It is kept with the record.`,
    fullSubmit: 'Switch to full access',
    cancel: 'Cancel',

    endedTitle: (name: string) => `You are no longer acting as ${name}.`,
    endedTitleUnnamed: 'This impersonation is over.',
    endedBecause: {
      ended: () => 'It was ended.',
      expired: () => 'Its time ran out.',
      idle: () => 'Nothing was done for a while.',
      revoked: (by) => (by ? `It was revoked by ${by}.` : 'It was revoked.'),
      'revoked-by-subject': () => 'The person themselves ended it.',
      'actor-lost-right': () => 'You lost the right to impersonate.',
      'actor-signed-out': () => 'You signed out of the admin area.',
      'subject-protected': () => 'This person may no longer be impersonated.',
      'never-redeemed': () => 'It was never opened.',
      unknown: () => 'The cause is not known.',
    } satisfies Record<EndCause, (by: string | null) => string> as Record<
      EndCause,
      (by: string | null) => string
    >,
    leftover: 'What this page still shows may be out of date.',
    closeTab: 'Close this tab',
    closeYourself: 'The browser keeps this tab open: you can close it. Your admin tab is as you left it.',

    printed: (actor: string, subject: string, session: string, time: string) =>
      `Viewed by ${actor} as ${subject}. Session ${session}, ${time}.`,
  },
  guard: {
    readOnly: 'Not available: this impersonation is read-only.',
    readOnlyForNow: 'Not available while the access is read-only. Switch to full access first.',
    impersonating: (name: string) => `Only ${name} can do this: it is not available while you act as them.`,
    unknown: 'Not available until it is known who is signed in here.',
    ended: 'Not available: the impersonation in this tab has ended.',
  },
  table: {
    caption: 'Impersonation sessions',
    /** The table's accessible name. */
    summary: ({ caption, period, zone }: Record<'caption' | 'period' | 'zone', string>) =>
      `${caption}. ${period}. Times in ${zone}.`,
    shown: ({ shown }: { shown: string }) => `Showing ${shown}`,
    shownOf: ({ shown, total }: Record<'shown' | 'total', string>) => `Showing ${shown} of ${total}`,
    /** A total where counting stopped. */
    atLeast: ({ number }: { number: string }) => `${number}+`,
    found: ({ count, number }: { count: number; number: string }) =>
      count === 0 ? 'No sessions match.' : count === 1 ? '1 session matches.' : `${number} sessions match.`,
    fresh: ({ count, number }: { count: number; number: string }) =>
      count === 1 ? '1 new session' : `${number} new sessions`,
    columns: {
      started: 'Started',
      actor: 'Admin',
      subject: 'Acting as',
      mode: 'Access',
      reason: 'Reason',
      status: 'Status',
      actions: 'Actions',
    },
    statuses: { pending: 'Waiting', active: 'Active', ended: 'Ended' } satisfies Record<Status, string>,
    waiting: 'Its tab is not open yet',
    left: ({ time }: { time: string }) => `${time} left`,
    justNow: 'Just now',
    details: ({ actor, subject, time }: Record<'actor' | 'subject' | 'time', string>) =>
      `Details: ${actor} as ${subject}, ${time}`,
    live: 'Live',
    refresh: 'Refresh',
    loadMore: 'Load more',
    loading: 'Loading…',
    retry: 'Try again',

    filters: {
      label: 'Filter sessions',
      query: 'Reason or case',
      actor: 'Admin',
      subject: 'Acting as',
      status: 'Status',
      period: 'Period',
      from: ({ zone }: { zone: string }) => `From (${zone})`,
      to: ({ zone }: { zone: string }) => `To (${zone})`,
      person: 'Name or e-mail',
      anyStatus: 'Any status',
      anyEnd: 'Ended, however',
      endedHow: 'How it ended',
      clear: 'Clear filters',
    },
    periods: {
      '24h': 'Last 24 hours',
      '7d': 'Last 7 days',
      '30d': 'Last 30 days',
      all: 'All time',
      custom: 'Custom period',
    },

    empty: 'No impersonation in this period',
    emptyHint: 'That is normal: nobody had to act as somebody else.',
    filteredEmpty: 'No session matches these filters',
    filteredEmptyHint: 'Try another word, or a longer period.',
    failed: 'The sessions could not be loaded',
    stale: ({ time }: { time: string }) => `What you see is as of ${time}.`,
    code: ({ code }: { code: string }) => `Code: ${code}`,
    offline: 'The server cannot be reached',
    offlineHint: 'Trying again by itself until it can.',
    forbidden: 'You may not see this record',
    forbiddenHint: 'Ask whoever runs this app for the right to review impersonations.',
    unsupported: 'This backend keeps no list of sessions',
    unsupportedHint: 'Impersonations can be started here, and not reviewed.',

    detail: {
      id: 'Session',
      reason: 'Reason',
      category: 'Category',
      caseNumber: 'Case',
      requested: 'Asked for',
      opened: 'Tab opened',
      neverOpened: 'Never opened',
      ends: 'Ends at the latest',
      ended: 'Ended',
      cause: 'How it ended',
      endedBy: 'Ended by',
      endReason: 'Reason for ending it',
      idle: 'Ends when idle for',
      extensions: 'Extensions',
      extensionsUsed: ({ used, max }: Record<'used' | 'max', string>) => `${used} of ${max} used`,
    },
    events: {
      heading: 'What happened',
      empty: 'Nothing was recorded yet.',
      unsupported: 'This backend keeps no record of what happened.',
      more: 'Load more events',
      types: {
        'session.requested': 'Asked to start',
        'session.refused': 'Start refused',
        'session.started': 'Tab opened',
        'session.redeem-refused': 'Opening the tab refused',
        'session.ticket-replayed': 'Link used a second time',
        'session.extended': 'Time extended',
        'session.mode-changed': 'Access switched',
        'session.ended': 'Ended',
        'request.intended': 'Outcome not known',
        'request.made': 'Made',
        'request.blocked': 'Blocked',
      } satisfies Record<EventType, string>,
      answered: ({ status }: { status: string }) => `Answered ${status}`,
      modeChanged: ({ from, to }: Record<'from' | 'to', string>) => `From ${from} to ${to}`,
      quoted: ({ text }: { text: string }) => `“${text}”`,
    },
    revoke: {
      open: 'Revoke',
      openFor: ({ actor, subject }: Record<'actor' | 'subject', string>) =>
        `Revoke ${actor}’s access as ${subject}`,
      heading: ({ actor, subject }: Record<'actor' | 'subject', string>) =>
        `Revoke ${actor}’s access as ${subject}?`,
      consequence: 'Their tab stops working at its next request. What they did stays on record.',
      reason: 'Why?',
      hint: ({ min }: { min: string }) => `At least ${min} characters. It is kept in the record.`,
      cancel: 'Keep it open',
      submit: 'Revoke access',
      busy: 'Revoking…',
      done: ({ actor, subject }: Record<'actor' | 'subject', string>) =>
        `${actor}’s access as ${subject} was revoked.`,
    },
  },
  /** The person's own view. "They" is whoever acted, "you" the person whose account it is. */
  access: {
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
      consequence: ({ what }: { what: string }) =>
        `${what}. It stops at once. What was done stays on record.`,
      cancel: 'Leave it',
      submit: 'End it now',
      busy: 'Ending…',
    },
  },
  chart: {
    caption: 'Sessions over time',
    /** How many sessions there are in all of the time. */
    counted: ({ count, number }: { count: number; number: string }) =>
      count === 1 ? '1 session.' : `${number} sessions.`,
    /** How many there are in a part of the time. */
    countedIn: ({ when, count, number }: { when: string; count: number; number: string }) =>
      count === 1 ? `${when}: 1 session.` : `${when}: ${number} sessions.`,
    someBlocked: ({ number }: { number: string }) => `With blocked requests: ${number}.`,
    someRevoked: ({ number }: { number: string }) => `Revoked: ${number}.`,
    peak: ({ when, number }: Record<'when' | 'number', string>) => `Most: ${number}, ${when}.`,
    hint: 'Drag across the bars, or press one and then another, to pick a time.',
    /** The names of the two sliders. */
    first: 'From',
    end: 'To',
    clear: 'Show the whole time',
    asTable: 'View as table',
    /** The name of the table. */
    tableSummary: ({ caption, zone }: Record<'caption' | 'zone', string>) =>
      `${caption}. Times in ${zone}. Times without a session are left out.`,
    columns: { when: 'When', sessions: 'Sessions', blocked: 'With blocked requests', revoked: 'Revoked' },
    unsupported: 'This backend does not count sessions over time',
  },
};

export type Messages = typeof en;
