import { onDemand } from '../../client/on-demand.js';

/** What judges a request before it is sent, for elements that send one only after a press. */
export const protocol = onDemand(() => import('../../core/protocol.js'));
