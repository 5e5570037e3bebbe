/** What teachers and admins do: one address a command. */
import { desk } from '../../../../server/commands/endpoints.ts';
import { endpointsOf } from '../../_endpoint/endpoint.ts';

export const POST = endpointsOf(desk);
