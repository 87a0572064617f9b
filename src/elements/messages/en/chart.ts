/** The chart of sessions over time. */
export const chart = {
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
};
