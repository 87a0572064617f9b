/** Entry `impersonation-kit/define`: registers every element. The only line most pages need. */

import './elements/impersonation-provider/define.js';
