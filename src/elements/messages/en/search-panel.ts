/** What hangs below the field of the user search. */
export const searchPanel = {
  /** The list's accessible name. */
  list: 'People',
  recent: 'Recent',
  results: 'People',
  foundFor: ({ query }: { query: string }) => `Found for “${query}”`,
  hint: 'Type part of a name, an e-mail address or an organization.',
  tooShort: ({ min }: { min: string }) => `Type at least ${min} characters.`,
  noResults: ({ query }: { query: string }) => `Nobody matches “${query}”.`,
  count: ({ count, number }: { count: number; number: string }) =>
    count === 1 ? '1 person' : `${number} people`,
  shownOf: ({ shown, total }: Record<'shown' | 'total', string>) => `${shown} of ${total}`,
  loading: 'Searching…',
  loadMore: 'Load more',
  retry: 'Try again',
  failed: 'The search did not work',
  code: ({ code }: { code: string }) => `Code: ${code}`,
  offline: 'The server cannot be reached',
  offlineHint: 'The search goes on by itself when the connection is back.',
  forbidden: 'You may not search for people',
  forbiddenHint: 'Ask whoever runs this app for the right to impersonate.',
  rateLimited: 'Too many searches',
  goesOn: ({ time }: { time: string }) => `The search goes on by itself in ${time}.`,
  waitAMoment: 'Wait a moment, and try again.',
  /** Said to screen readers. */
  sayFound: ({ count, number }: { count: number; number: string }) =>
    count === 1
      ? '1 person. Use the arrow keys to choose.'
      : `${number} people. Use the arrow keys to choose.`,
  sayMore: ({ number }: { number: string }) => `The first ${number} people. Use the arrow keys to choose.`,
  sayWait: ({ duration }: { duration: string }) => `Too many searches. The search goes on in ${duration}.`,
  sayRefused: ({ name, reason }: Record<'name' | 'reason', string>) => `${name}: ${reason}`,
  /** Where the sentence of an error should read differently beside somebody in the list. */
  refusals: {
    self_impersonation: 'This is you.',
    subject_protected: 'Protected: cannot be impersonated.',
    not_permitted: 'You are not permitted to act as this person.',
  },
};
