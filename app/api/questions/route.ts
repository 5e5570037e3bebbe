/** One's own work on one question, as it stands now. */
import { practice } from '../../../server/commands/endpoints.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(practice.questions);
