/**
 * Asks a guard on behalf of a framework that writes to Node's response.
 *
 * @module
 */

import type { Admission, Admitted, Guard } from '../admission.js';
import { problemResponse } from '../problem.js';

/** What is used of a response of Node's. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly closed?: boolean;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
  destroy(): unknown;
  once(event: 'close', listener: () => void): unknown;
}

/** What servers write down when the page was gone before there was an answer. */
const goneBeforeAnswer = 499;

/**
 * @param read - Makes the request to judge.
 * @param response - Listened to from the start: a page that leaves while it is judged has left a row all the same.
 */
export async function enter(
  guard: Guard,
  read: () => Request,
  response: Pick<NodeResponse, 'statusCode' | 'headersSent' | 'closed' | 'once'>,
): Promise<Admission> {
  const closed = response.closed
    ? Promise.resolve()
    : new Promise<void>((resolve) => response.once('close', resolve));
  const admission = await ask(guard, read);
  if (admission.is === 'admitted' && admission.auth.actor !== null)
    void closed.then(() => admission.settle(response.headersSent ? response.statusCode : goneBeforeAnswer));
  return admission;
}

/** {@link enter}, for a framework that leaves writing the answer to its handlers. */
export async function enterOrAnswer(
  guard: Guard,
  read: () => Request,
  response: NodeResponse,
): Promise<Admitted | null> {
  const admission = await enter(guard, read, response);
  if (admission.is === 'refused') {
    await send(admission.response, response);
    return null;
  }
  for (const [name, value] of Object.entries(admission.headers)) response.setHeader(name, value);
  return admission;
}

/** Sends a problem; where an answer has begun already, it is broken off, so that nobody takes it for a whole one. */
export async function send(problem: Response, response: NodeResponse): Promise<void> {
  const text = await problem.text();
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = problem.status;
  problem.headers.forEach((value, name) => response.setHeader(name, value));
  response.end(text);
}

/** A request that cannot even be read is refused like any other. */
export async function ask(guard: Guard, read: () => Request): Promise<Admission> {
  try {
    return await guard(read());
  } catch (error) {
    return { is: 'refused', response: problemResponse(error) };
  }
}
