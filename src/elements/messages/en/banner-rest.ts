import type { EndCause } from '../../../core/protocol.js';

/** What the banner says besides, or afterwards. */
export const bannerRest = {
  started: (subject: string, mode: string) => `You are acting as ${subject}. Access: ${mode}.`,
  modeChanged: (mode: string) => `Access is now: ${mode}.`,
  willEnd: (duration: string) => `This impersonation ends in ${duration}.`,
  willIdle: (duration: string) => `This impersonation ends in ${duration} unless you do something.`,

  /** In front of the page's own title. No name: titles end up in histories and in measurements. */
  titleMark: 'Impersonating · ',

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
  startAgain: 'Start again',
  leave: 'Leave',
  closeTab: 'Close this tab',
  closeYourself: 'The browser keeps this tab open: you can close it. Your admin tab is as you left it.',

  printed: (actor: string, subject: string, session: string, time: string) =>
    `Viewed by ${actor} as ${subject}. Session ${session}, ${time}.`,
};
