import { define } from '../internal/define.js';
import { ImpersonateButton } from './impersonate-button.js';

define('impersonate-button', ImpersonateButton);

declare global {
  interface HTMLElementTagNameMap {
    'impersonate-button': ImpersonateButton;
  }
}
