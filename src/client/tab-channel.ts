/**
 * How the tabs of one origin tell each other that something happened. A message is a hint and never a fact: whoever hears
 * one asks the backend. It names a session and carries no token, since every script of the origin can listen.
 *
 * @module
 */

import { isIdentifier, own } from '../core/actor.js';

const messageTypes = ['started', 'changed', 'ended'] as const;

export interface TabMessage {
  /** `started`: its tab is open. `changed`: its mode or its time. `ended`: it is over. */
  readonly type: (typeof messageTypes)[number];
  readonly sessionId: string;
}

export interface TabChannel {
  post(message: TabMessage): void;
  /** Calls back for each message of another tab, until the returned function is called. */
  listen(listener: (message: TabMessage) => void): () => void;
  close(): void;
}

/** Opens the channel by which the tabs of this origin hear each other. */
export function openTabChannel(name = 'impersonation-kit'): TabChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: ({ type, sessionId }) => channel.postMessage({ type, sessionId }),
    listen(listener) {
      const hear = ({ data }: MessageEvent<unknown>) => {
        const message = readMessage(data);
        if (message) listener(message);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    close: () => channel.close(),
  };
}

/**
 * Calls back once the tab of a started impersonation says that it is open, for as long as the returned function is not
 * called. It changes nothing but what a person reads.
 */
export function onTabStarted(sessionId: string, callback: () => void, channel?: TabChannel): () => void {
  const opened = channel ?? openTabChannel();
  const stopListening = opened.listen((message) => {
    if (message.type === 'started' && message.sessionId === sessionId) callback();
  });
  return () => {
    stopListening();
    if (!channel) opened.close();
  };
}

function readMessage(data: unknown): TabMessage | undefined {
  const type = messageTypes.find((known) => known === own(data, 'type'));
  const sessionId = own(data, 'sessionId');
  return type && isIdentifier(sessionId) ? { type, sessionId } : undefined;
}
