import type { LocalizeController } from '../internal/localize.js';
import type { Moment } from './moment.js';
import { nameOf, peopleOf } from '../internal/people.js';

export interface Announcement {
  readonly text: string;
  readonly priority: 'normal' | 'high';
}

/** When a screen reader hears of the time, in seconds before the end: never every second. */
const thresholds = [300, 60, 20];

/** What a screen reader is told when one moment follows another: the start, a change, a threshold, the end. */
export function whatToSay(
  before: Moment,
  after: Moment,
  localize: LocalizeController<'banner'>,
): Announcement | null {
  const { banner, modes } = localize.messages;
  const { state, left } = after;
  const subject = peopleOf(state)?.subject;
  const name = subject && nameOf(subject);

  if (state.status === 'ended' && before.state.status !== 'ended') {
    const title = name ? banner.endedTitle(name) : banner.endedTitleUnnamed;
    return { text: `${title} ${becauseOf(state, localize)}`, priority: 'high' };
  }
  if (state.status !== 'active') return null;
  const mode = modes[state.session.mode ?? 'read-only'];
  if (before.state.status !== 'active' || before.state.session.sessionId !== state.session.sessionId) {
    return { text: banner.started(name ?? '', mode), priority: 'normal' };
  }
  if (before.state.session.mode !== state.session.mode) {
    return { text: banner.modeChanged(mode), priority: 'normal' };
  }
  if (!left || !before.left) return null;
  const was = before.left.seconds;
  const crossed = thresholds.filter((seconds) => was > seconds && left.seconds <= seconds).at(-1);
  if (crossed === undefined) return null;
  const duration = localize.duration(Math.ceil(left.seconds));
  const text = left.kind === 'idle' ? banner.willIdle(duration) : banner.willEnd(duration);
  return { text, priority: crossed <= 60 ? 'high' : 'normal' };
}

/** The sentence for how it ended. */
export function becauseOf(
  { cause, record }: Extract<Moment['state'], { status: 'ended' }>,
  localize: LocalizeController<'banner'>,
): string {
  const by = record?.endedBy ? nameOf(record.endedBy) : null;
  return localize.messages.banner.endedBecause[cause](by);
}
