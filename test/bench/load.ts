/**
 * Sends requests as fast as they are answered, from a process of its own: the server under test keeps its processor.
 *
 * @module
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

interface Order {
  readonly port: number;
  readonly token: string | null;
  readonly milliseconds: number;
}

const connections = 16;

/** Starts the other process: this same program, which then calls {@link takeOrders}. */
export function startLoad(program: string) {
  const child = fork(program);
  return {
    /** @returns How many were answered. */
    async send(order: Order): Promise<number> {
      child.send(order);
      const [answer] = (await once(child, 'message')) as [number | string];
      if (typeof answer === 'string') throw new Error(answer);
      return answer;
    },
    stop: () => child.disconnect(),
  };
}

export function takeOrders(): void {
  process.on('message', (order: Order) => {
    load(order).then(
      (answers) => process.send?.(answers),
      (error: unknown) => process.send?.(String(error)),
    );
  });
}

async function load({ port, token, milliseconds }: Order): Promise<number> {
  const field = token === null ? '' : `Authorization: Bearer ${token}\r\n`;
  const request = `GET /notes HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${field}\r\n`;
  const end = performance.now() + milliseconds;
  const counts = await Promise.all(Array.from({ length: connections }, () => keepAsking(port, request, end)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One connection, one request at a time. Anything but a 200 is an error: a fast refusal would be no feat. */
async function keepAsking(port: number, request: string, end: number): Promise<number> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let answers = 0;
  socket.write(request);
  for await (const chunk of socket) {
    const status = /^HTTP\/1\.1 (\d+)/.exec((chunk as Buffer).toString('latin1'))?.[1];
    if (status === undefined) continue; // the rest of an answer that was counted when it began
    if (status !== '200') throw new Error(`The server answered ${status}`);
    answers++;
    if (performance.now() >= end) break;
    socket.write(request);
  }
  return answers;
}
