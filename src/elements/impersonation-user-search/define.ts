import { define } from '../internal/define.js';
import { ImpersonationUserSearch } from './impersonation-user-search.js';

define('impersonation-user-search', ImpersonationUserSearch);

declare global {
  interface HTMLElementTagNameMap {
    'impersonation-user-search': ImpersonationUserSearch;
  }
}
