/** Keep what is being typed. */
import { practice } from '../../../server/commands/endpoints.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(practice.drafts);
