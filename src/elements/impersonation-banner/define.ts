import { define } from '../internal/define.js';
import { ImpersonationBanner } from './impersonation-banner.js';

define('impersonation-banner', ImpersonationBanner);

declare global {
  interface HTMLElementTagNameMap {
    'impersonation-banner': ImpersonationBanner;
  }
}
