/**
 * What the toolbar offers, and what it does to a story.
 *
 * @module
 */

import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import type { ErrorCode } from '../src/core/errors.js';
import { stage } from '../stories/support/stage.js';

type Items = readonly (readonly [value: string, title: string])[];

const tool = <Icon extends string>(title: string, description: string, icon: Icon, items: Items) => ({
  description,
  toolbar: { title, icon, dynamicTitle: true, items: items.map(([value, name]) => ({ value, title: name })) },
});

export const globalTypes = {
  theme: tool('Theme', 'Color scheme of the page around the element', 'sun', [
    ['light', 'Light'],
    ['dark', 'Dark'],
  ]),
  density: tool('Density', 'How much room things take', 'component', [
    ['0.8', 'Compact'],
    ['1', 'Standard'],
    ['1.2', 'Comfortable'],
  ]),
  locale: tool('Language', 'The language of the page', 'globe', [
    ['en', 'English'],
    ['de', 'Deutsch'],
    ['fr', 'Français'],
    ['es', 'Español'],
    ['pt-BR', 'Português (Brasil)'],
    ['ja', '日本語'],
    ['zh-CN', '简体中文'],
    ['ar', 'العربية'],
    ['qps', 'Pseudo: [Éñĝlísh~~]'],
  ]),
  direction: tool('Direction', 'Which way the page reads', 'transfer', [
    ['', 'As its language'],
    ['ltr', 'Left to right'],
    ['rtl', 'Right to left'],
  ]),
  zone: tool('Zone', 'Time zone of the lists', 'time', [
    ['', 'As the story says'],
    ['utc', 'UTC'],
    ['local', 'Yours'],
    ['America/New_York', 'New York'],
    ['Asia/Kolkata', 'Kolkata'],
  ]),
  clock: tool('Clock', 'How long an impersonation still has', 'timer', [
    ['', 'As the story says'],
    ['300', '5:00 left'],
    ['60', '1:00 left'],
    ['20', '0:20 left'],
    ['-1', 'Time is up'],
  ]),
  latency: tool('Latency', 'How long each answer of the backend takes', 'hourglass', [
    ['0', 'At once'],
    ['400', '0.4 s'],
    ['3000', '3 s'],
  ]),
  fault: tool('Fault', 'What the backend answers', 'alert', [
    ['', 'No fault'],
    ['network', 'Cannot be reached'],
    ['unavailable', 'Out of order'],
    ['forbidden', 'Refuses'],
    ['rate_limited', 'Too many requests'],
  ]),
};

export const initialGlobals = {
  theme: 'light',
  density: '1',
  locale: 'en',
  direction: '',
  zone: '',
  clock: '',
  latency: '0',
  fault: '',
};

type Globals = Record<keyof typeof initialGlobals, string>;

/** Before a story makes its backend. */
export function setStage({ clock, latency, fault }: Globals): void {
  stage.secondsLeft = clock === '' ? null : Number(clock);
  stage.latency = Number(latency);
  stage.fault = fault as ErrorCode | '';
}

/** The page around a story. One that declares its scheme, language and direction is all that the elements need. */
export function pageAround(story: unknown, globals: Globals): TemplateResult {
  const { theme, density, locale, direction, zone } = globals;
  const dir = direction || (locale === 'ar' ? 'rtl' : 'ltr');
  const settle = (page: Element | undefined) => {
    if (!zone || !page) return;
    for (const element of page.querySelectorAll<HTMLElement & { timezone: string }>('*')) {
      if ('timezone' in element) element.timezone = zone;
    }
  };
  return html`<div
    class="page ${theme}"
    lang=${locale}
    dir=${dir}
    .style=${`--ik-density: ${density}`}
    ${ref(settle)}
  >
    ${story}
  </div>`;
}
