/** What one does with one's own account: one address a command. */
import { account } from '../../../../server/commands/endpoints.ts';
import { endpointsOf } from '../../_endpoint/endpoint.ts';

export const POST = endpointsOf(account);
