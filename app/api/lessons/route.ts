/** A lesson as it is published now, with one's own work on it: for a page that was opened before. */
import { lessonInput, readLessonNow } from '../../../server/commands/read-practice.ts';
import { endpoint } from '../_endpoint/endpoint.ts';

export const POST = endpoint(lessonInput, readLessonNow);
