import type { ImpersonationClient } from '../../client/client.js';
import type { TabState } from '../../client/tab-state.js';
import type { Messages } from '../messages/en.js';

/** Why a button cannot be used here, as a sentence; `undefined` when it can. */
export function whyUnavailable(
  around: {
    readonly client: ImpersonationClient | undefined;
    readonly userId: string;
    /** What the page's tab knows about itself; `undefined` without a provider, since nobody says anything then. */
    readonly tabState: TabState | undefined;
  },
  messages: Messages['button'],
): string | undefined {
  const { client, userId, tabState } = around;
  if (!client || !userId) return messages.notConnected;
  if (!client.capabilities.start) return messages.unsupported;
  switch (tabState?.status) {
    case 'active':
      return messages.impersonating;
    case 'ended':
      return messages.over;
    case 'unknown':
      return messages.tabUnknown;
    default:
      return undefined;
  }
}
