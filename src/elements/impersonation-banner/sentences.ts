import { html, type TemplateResult } from 'lit';

import type { TimeLeft } from '../internal/time-left.js';
import type { BarLocalize } from './model.js';

export function sayTime({ kind, seconds }: TimeLeft, localize: BarLocalize): string {
  const { banner } = localize.messages;
  const time = localize.countdown(seconds);
  if (kind === 'whole') return banner.timeLeft(time);
  return seconds > 0 ? banner.idleIn(time) : banner.idleOver;
}

/** A sentence with markup where its argument goes, wherever a language puts it. */
export function around(sentence: (argument: string) => string, argument: TemplateResult): TemplateResult {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return html`${before}${argument}${after}`;
}
