/** The verdict on one of one's own submissions; null while it is being graded. */
import { z } from 'zod';
import { readVerdict } from '../../../server/commands/read-practice.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(z.strictObject({ submission: z.uuid() }), (person, input) =>
  readVerdict(person, input.submission),
);
