/** The exercises of the front page: try one, and ask what came of it. */
import { front } from '../../../../server/commands/endpoints.ts';
import { endpointsOf } from '../../_endpoint/endpoint.ts';

export const POST = endpointsOf(front);
