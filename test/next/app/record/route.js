import { record } from '../../auth.js';

export const dynamic = 'force-dynamic';

export const GET = () => Response.json(record.splice(0));
