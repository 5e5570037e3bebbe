/** Keep what is being typed. */
import { draftInput, saveDraft } from '../../../server/commands/practice.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(draftInput, saveDraft);
