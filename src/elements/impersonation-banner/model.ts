import type { Capabilities } from '../../client/client.js';
import type { TabState } from '../../client/tab-state.js';
import type { LocalizeController } from '../internal/localize.js';
import type { banner } from '../messages/en/banner.js';
import type { Moment } from './moment.js';
import type { Rest } from './rest.js';
import type { Task } from './task.js';

/** The words of the bar, which come with it. */
export type BarLocalize = LocalizeController<never, { readonly banner: typeof banner }>;

/** What there is to draw while somebody is impersonated, and what can be done about it. */
export interface ActiveModel {
  readonly state: Extract<TabState, { status: 'active' }>;
  readonly moment: Moment;
  readonly task: Task;
  readonly capabilities: Capabilities | undefined;
  readonly showsDetails: boolean;
  readonly shortcut: string;
  readonly localize: BarLocalize;
  readonly now: number;
  /** What comes a moment later; `undefined` until then. */
  readonly rest: Rest | undefined;
  /** Whether it may be made small. */
  readonly collapses: boolean;
  readonly end: () => void;
  readonly extend: () => void;
  readonly switchMode: () => void;
  readonly toggleDetails: (shown?: boolean) => void;
  readonly become: (shape: 'bar' | 'pill') => void;
}

export function canExtend({ state: { record }, capabilities }: ActiveModel): boolean {
  return record !== null && record.extension.used < record.extension.max && capabilities?.extend !== false;
}
