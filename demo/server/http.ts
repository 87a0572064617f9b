/**
 * The few things every handler does with a request.
 *
 * @module
 */

export type Fields = Readonly<Record<string, unknown>>;

/** The members of a JSON body; none when it is something else. */
export async function bodyOf(request: Request): Promise<Fields> {
  const body: unknown = await request.json().catch(() => null);
  return typeof body === 'object' && body !== null ? (body as Fields) : {};
}

/** A refusal in the form the kit's own have (RFC 9457), so that a page reads both alike. */
export const refuse = (status: number, title: string) =>
  Response.json({ title, status }, { status, headers: { 'content-type': 'application/problem+json' } });
