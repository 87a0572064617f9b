import { define } from '../internal/define.js';
import { AccountAccessHistory } from './account-access-history.js';

define('account-access-history', AccountAccessHistory);

declare global {
  interface HTMLElementTagNameMap {
    'account-access-history': AccountAccessHistory;
  }
}
