/** `npm run bench:now`: what it costs to look at a class of 200 who work; `-- 1` has one teacher look instead of two. One JSON line. */
import { measureNow } from './now.ts';

await measureNow(Number(process.argv[2] ?? 2));
