/**
 * One-time codes: 256 random bits, of which only the digest is kept.
 *
 * @module
 */

import { base64url } from 'jose';

import { sha256 } from './sha256.js';

export const makeTicket = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)));

export const hashTicket = async (ticket: string): Promise<string> => sha256(ticket);
