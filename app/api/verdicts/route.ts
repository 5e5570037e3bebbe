/** The verdict on one of one's own submissions; null while it is being graded. */
import { practice } from '../../../server/commands/endpoints.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(practice.verdicts);
