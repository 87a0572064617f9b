/**
 * SHA-256 of a text, in base64url.
 *
 * @module
 */

import { base64url } from 'jose';

interface NodeCrypto {
  createHash(name: 'sha256'): { update(text: string): { digest(encoding: 'base64url'): string } };
}

interface NodeProcess {
  getBuiltinModule?(name: 'node:crypto'): NodeCrypto | undefined;
}

/** Where Node's own is there it answers at once, in a tenth of the time that the web's takes. */
const node = (globalThis as { readonly process?: NodeProcess }).process?.getBuiltinModule?.('node:crypto');

export const sha256: (text: string) => string | Promise<string> = node
  ? (text) => node.createHash('sha256').update(text).digest('base64url')
  : sha256OfTheWeb;

/** The same on any runtime. */
export async function sha256OfTheWeb(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url.encode(new Uint8Array(digest));
}
