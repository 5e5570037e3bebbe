/** Hand in. The verdict comes later: by the socket, or by asking `/api/verdicts`. */
import { practice } from '../../../server/commands/endpoints.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(practice.submissions);
