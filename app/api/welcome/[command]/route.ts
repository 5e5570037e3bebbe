/** For people who cannot sign in yet: join a class with a new account, choose a new password by a one-time link. */
import { welcome } from '../../../../server/commands/endpoints.ts';
import { endpointsOf } from '../../_endpoint/endpoint.ts';

export const POST = endpointsOf(welcome);
