/** A lesson as it is published now, with one's own work on it: for a page that was opened before. */
import { practice } from '../../../server/commands/endpoints.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(practice.lessons);
