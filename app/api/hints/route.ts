/** One hint more. */
import { hintInput, revealHint } from '../../../server/commands/practice.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(hintInput, revealHint);
