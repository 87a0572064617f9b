import { define } from '../internal/define.js';
import { ImpersonationProvider } from './impersonation-provider.js';

define('impersonation-provider', ImpersonationProvider);

declare global {
  interface HTMLElementTagNameMap {
    'impersonation-provider': ImpersonationProvider;
  }
}
