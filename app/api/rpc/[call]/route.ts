/** What pages call, by the name of its command. */
import { serveCall } from '../../_serving/calls.ts';

export const POST = serveCall;
