/**
 * The way to Fieldnotes' own API. It goes through the tab session's `fetch`: while this tab acts as somebody, requests
 * carry that person's token and no cookie; otherwise they are ordinary requests.
 *
 * @module
 */

import { getTabSession } from '../../../src/index.js';

/** What the server said when it refused, in its own words. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function call<Answer = null>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await getTabSession().fetch(path, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(response.status, titleOf(answer));
  return answer as Answer;
}

/** A sentence for whatever was thrown. */
export const sentence = (error: unknown) =>
  error instanceof Error && !(error instanceof TypeError)
    ? error.message
    : 'Fieldnotes cannot be reached. Check the connection and try again.';

function titleOf(answer: unknown): string {
  const title = typeof answer === 'object' && answer !== null && 'title' in answer ? answer.title : null;
  return typeof title === 'string' ? title : 'Something went wrong. Try again.';
}
