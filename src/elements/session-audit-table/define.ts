import { define } from '../internal/define.js';
import { SessionAuditTable } from './session-audit-table.js';

define('session-audit-table', SessionAuditTable);

declare global {
  interface HTMLElementTagNameMap {
    'session-audit-table': SessionAuditTable;
  }
}
