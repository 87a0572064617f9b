/** The bar. What it says besides, it says by `banner-rest.ts`. */
export const banner = {
  label: 'Impersonation',
  checking: 'Checking who is signed in…',
  unclear: 'It is not known who is signed in here.',
  tryAgain: 'Try again',
  trying: 'Trying…',

  actingAs: (name: string) => `Acting as ${name}`,
  signedInAs: (name: string) => `signed in as ${name}`,
  offline: 'Offline',
  offlineAdvice: 'The server cannot be reached. The time goes on.',

  timeLeft: (time: string) => `${time} left`,
  idleIn: (time: string) => `Idle sign-out in ${time}`,
  idleOver: 'Idle: asking whether it goes on…',
  urgency: { calm: '', warning: 'Ends soon', critical: 'About to end' },
  notExtendable: 'It cannot be extended.',

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

  collapse: 'Make smaller',
  expand: 'Show all of it',

  endedTitleUnnamed: 'This impersonation is over.',
};
