import type { Mode } from '../../../core/protocol.js';

/** The button and its dialog. */
export const button = {
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

  /** Beside a checkbox, where a page asks for it. */
  acknowledge: 'I understand that what I do is recorded under my own name.',
  notAcknowledged: 'Confirm that you understand what is recorded.',

  /** What is open already, and has to end before this can start. */
  conflict: {
    active: ({ name, time, mode }: Record<'name' | 'time' | 'mode', string>) =>
      `You have been acting as ${name} since ${time}. Access: ${mode}.`,
    pending: ({ name, time, mode }: Record<'name' | 'time' | 'mode', string>) =>
      `You began to act as ${name} at ${time}, and no tab has opened yet. Access: ${mode}.`,
    end: 'End it and continue',
    /** The name of that button, where there are several. */
    endOf: ({ label, name }: Record<'label' | 'name', string>) => `${label}: ${name}`,
    /** Stands in the record of what was ended. */
    reason: 'Ended by the admin, to start another.',
  },

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
};
