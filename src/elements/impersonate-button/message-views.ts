/**
 * The dialog when it has something to say rather than to ask.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from 'lit';

import type { DialogModel } from './dialog-model.js';
import type { HandOverState } from './hand-over.js';
import { icons } from './icons.js';
import { summaryView } from './summary-view.js';

interface Action {
  readonly label: string;
  readonly press: () => void;
}

/** It cannot be done, and why. */
export function noticeView(
  model: DialogModel,
  {
    tone,
    title,
    text,
    action,
  }: {
    readonly tone: 'warning' | 'danger';
    readonly title: string;
    readonly text: string;
    readonly action?: Action;
  },
): TemplateResult {
  return html`
    <div class="body">
      ${summaryView(model)}
      <div class="notice ${tone}" part="error">
        ${icons.alert}
        <div>
          <strong id="message" tabindex="-1" ?data-first=${!action}>${title}</strong>
          <p id="message-text">${text}</p>
        </div>
      </div>
    </div>
    <footer>
      <button class="button" part="cancel" type="button" @click=${model.close}>
        ${model.localize.messages.button.close}
      </button>
      ${actionView(action)}
    </footer>
  `;
}

/** It is under way, or done. */
export function progressView({
  icon,
  title,
  text,
  action,
  tone = 'accent',
  moving = false,
}: {
  readonly icon: TemplateResult;
  readonly title: string;
  readonly text?: string;
  readonly action?: Action;
  readonly tone?: 'accent' | 'success' | 'warning';
  readonly moving?: boolean;
}): TemplateResult {
  return html`
    <div class="progress">
      <span class="emblem ${tone}" ?data-moving=${moving}>${icon}</span>
      <strong id="message" tabindex="-1" ?data-first=${!action}>${title}</strong>
      ${text ? html`<p id="message-text">${text}</p>` : nothing} ${actionView(action)}
    </div>
  `;
}

export function handOverView(model: DialogModel, state: HandOverState, open: () => void): TemplateResult {
  const { flow, localize, name } = model;
  const { button: messages } = localize.messages;
  switch (state) {
    case 'waiting':
      return progressView({
        icon: icons.opening,
        title: messages.opening({ name }),
        text: messages.openingHint,
        moving: true,
      });
    case 'opened':
      return progressView({
        icon: icons.done,
        tone: 'success',
        title: messages.opened({ name }),
        text: messages.openedHint,
      });
    case 'blocked':
      return progressView({
        icon: icons.warning,
        tone: 'warning',
        title: messages.blocked,
        text: messages.blockedHint,
        action: { label: messages.openTab, press: open },
      });
    case 'lapsed':
      return progressView({
        icon: icons.warning,
        tone: 'warning',
        title: messages.lapsed,
        text: messages.lapsedHint,
        action: { label: messages.startAgain, press: () => flow.restart() },
      });
  }
}

const actionView = (action: Action | undefined) =>
  action
    ? html`
        <button
          class="button primary"
          type="button"
          aria-describedby="message message-text"
          data-first
          @click=${action.press}
        >
          ${action.label}
        </button>
      `
    : nothing;
