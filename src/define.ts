/** Entry `impersonation-kit/define`: registers every element and where to find its languages. The only line most pages need. */

import './elements/account-access-history/define.js';
import './elements/impersonate-button/define.js';
import './elements/impersonation-banner/define.js';
import './elements/impersonation-guard/define.js';
import './elements/impersonation-provider/define.js';
import './elements/impersonation-user-search/define.js';
import './elements/session-activity-chart/define.js';
import './elements/session-audit-table/define.js';
import { registerLanguages } from './elements/messages/languages.js';
import { shippedLanguages } from './elements/messages/shipped.js';

registerLanguages(shippedLanguages);
