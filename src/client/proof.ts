/**
 * How a request carries the tab's token: to whoever has it, or together with a proof that the tab holds its key.
 *
 * @module
 */

/** What a proof is made for. */
export interface ProvenRequest {
  readonly method: string;
  /** The whole address; its query and fragment do not matter. */
  readonly url: string;
  /** The token that is sent along; `null` where there is none yet. */
  readonly token: string | null;
}

/** Makes a proof of possession for one request (RFC 9449). @throws {ImpersonationError} `pop_required` without a key. */
export type Prove = (request: ProvenRequest) => Promise<string>;

/** The fields that a request says who it comes from by. */
export async function authorizationOf(
  request: ProvenRequest,
  prove: Prove | undefined,
): Promise<Record<string, string>> {
  const { token } = request;
  if (!prove) return token === null ? {} : { authorization: `Bearer ${token}` };
  const dpop = await prove(request);
  return token === null ? { dpop } : { authorization: `DPoP ${token}`, dpop };
}
