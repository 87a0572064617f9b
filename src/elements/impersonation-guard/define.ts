import { define } from '../internal/define.js';
import { ImpersonationGuard } from './impersonation-guard.js';

define('impersonation-guard', ImpersonationGuard);

declare global {
  interface HTMLElementTagNameMap {
    'impersonation-guard': ImpersonationGuard;
  }
}
