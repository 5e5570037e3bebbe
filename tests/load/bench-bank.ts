/** `npm run bench:bank`: the bank of questions alone, with an import and a lesson that is published. JSON lines. */
import { measureBank } from './bank.ts';

await measureBank();
