/** One's own work on one question, as it stands now. */
import { hintInput } from '../../../server/commands/practice.ts';
import { readQuestion } from '../../../server/commands/read-practice.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(hintInput, readQuestion);
