import type { EventType, Status } from '../../../core/protocol.js';

/** The table of sessions. */
export const table = {
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
  columnMenu: {
    open: 'Columns',
    /** The name of the slider that sets how wide a column is. */
    widthOf: ({ column }: { column: string }) => `Width of the column ${column}`,
    resetWidths: 'Reset widths',
    earlier: ({ column }: { column: string }) => `Move ${column} forward`,
    later: ({ column }: { column: string }) => `Move ${column} back`,
    moved: ({ column, place, count }: Record<'column' | 'place' | 'count', string>) =>
      `${column} is column ${place} of ${count} now.`,
  },
  printed: ({ time, zone }: Record<'time' | 'zone', string>) => `Printed ${time} (${zone}).`,
  keys: {
    heading: 'Keys in the table',
    next: 'Next row',
    previous: 'Previous row',
    toggle: 'Open or close the row',
    values: 'Go to the values of the row, to filter or copy; the arrow keys lead from one to the next',
    help: 'Show these keys',
    where: 'They work while the focus is in the table.',
    close: 'Close',
  },
  statuses: { pending: 'Waiting', active: 'Active', ended: 'Ended' } satisfies Record<Status, string>,
  waiting: 'Its tab is not open yet',
  left: ({ time }: { time: string }) => `${time} left`,
  justNow: 'Just now',
  details: ({ actor, subject, time }: Record<'actor' | 'subject' | 'time', string>) =>
    `Details: ${actor} as ${subject}, ${time}`,
  live: 'Live',
  views: 'Views',
  refresh: 'Refresh',
  loadMore: 'Load more',

  filters: {
    label: 'Filter sessions',
    period: 'Period',
    from: ({ zone }: { zone: string }) => `From (${zone})`,
    to: ({ zone }: { zone: string }) => `To (${zone})`,
    clear: 'Clear filters',
  },
  periods: {
    '24h': 'Last 24 hours',
    '7d': 'Last 7 days',
    '30d': 'Last 30 days',
    all: 'All time',
    custom: 'Custom period',
  },

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
      'record.exported': 'Record exported',
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
};
