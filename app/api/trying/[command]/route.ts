/** What is tried and not handed in: run it, and ask what came of it. */
import { trying } from '../../../../server/commands/endpoints.ts';
import { endpointsOf } from '../../_endpoint/endpoint.ts';

export const POST = endpointsOf(trying);
