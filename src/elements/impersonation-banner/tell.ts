import { ImpersonationCollapseEvent, ImpersonationModeChangedEvent } from '../events.js';
import type { Moment } from './moment.js';

export interface Seen {
  readonly moment: Moment;
  readonly isPill: boolean;
}

/** Tells the page what changed since the last time. */
export function tell(host: EventTarget, before: Seen, after: Seen): void {
  if (after.isPill !== before.isPill) host.dispatchEvent(new ImpersonationCollapseEvent(after.isPill));
  const [was, is] = [before.moment.state, after.moment.state];
  if (was.status !== 'active' || is.status !== 'active') return;
  const { mode } = is.session;
  if (mode && mode !== was.session.mode) host.dispatchEvent(new ImpersonationModeChangedEvent(mode));
}
