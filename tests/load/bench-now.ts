/** `npm run bench:now`: what it costs to look at a class of 200 who work. One JSON line. */
import { measureNow } from './now.ts';

await measureNow();
