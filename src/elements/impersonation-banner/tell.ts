import { ImpersonationCollapseEvent, ImpersonationModeChangedEvent } from '../events.js';
import { announce } from '../internal/announce.js';
import type { LocalizeController } from '../internal/localize.js';
import type { Moment } from './moment.js';
import { whatToSay } from './what-to-say.js';

export interface Seen {
  readonly moment: Moment;
  readonly isPill: boolean;
}

/** Says what changed since the last time, to screen readers and to the page. */
export function tell(
  host: EventTarget,
  before: Seen,
  after: Seen,
  localize: LocalizeController<'banner'>,
): void {
  if (after.isPill !== before.isPill) host.dispatchEvent(new ImpersonationCollapseEvent(after.isPill));
  const announcement = whatToSay(before.moment, after.moment, localize);
  if (announcement) announce(announcement.text, announcement.priority);
  const [was, is] = [before.moment.state, after.moment.state];
  if (was.status !== 'active' || is.status !== 'active') return;
  const { mode } = is.session;
  if (mode && mode !== was.session.mode) host.dispatchEvent(new ImpersonationModeChangedEvent(mode));
}
