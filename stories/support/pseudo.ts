/**
 * English that looks foreign and is a third longer: what it does not reach was never in the messages, and what it breaks
 * has no room for German.
 *
 * @module
 */

import { en, type Messages } from '../../src/elements/messages/en.js';

const plain = 'aceginouyAEINOUY';
const accented = 'áçéĝíñóúýÁÉÍÑÓÚÝ';

function stretch(text: string): string {
  const foreign = [...text].map((letter) => accented[plain.indexOf(letter)] ?? letter).join('');
  return `[${foreign}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}

function pseudonymize(message: unknown): unknown {
  if (typeof message === 'string') return stretch(message);
  if (typeof message === 'function') {
    return (...args: unknown[]) => stretch((message as (...args: unknown[]) => string)(...args));
  }
  if (Array.isArray(message)) return message.map(pseudonymize);
  const entries = Object.entries(message as object);
  return Object.fromEntries(entries.map(([key, value]) => [key, pseudonymize(value)]));
}

/** Every sentence of the kit, in no language. */
export const pseudo = pseudonymize(en) as Messages;
