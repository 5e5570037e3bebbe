/** What teachers and admins do about grades that must be made anew: one address a command, as for the rest of the desk. */
import { regrading } from '../../../../server/commands/endpoints.ts';
import { endpointsOf } from '../../_endpoint/endpoint.ts';

export const POST = endpointsOf(regrading);
