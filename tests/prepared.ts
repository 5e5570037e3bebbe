/**
 * `npm run bench`, `bench:live`, `bench:pages`, `screenshots`: makes what their modules need to be loaded at all (the database
 * client) and what they serve (the pages), then runs the one that is named. On a clean clone neither is there.
 */
import path from 'node:path';
import { build, generateClient } from '../launch/build.ts';

const script = process.argv[2] ?? '';
await generateClient();
await build();
// as if it had been called by itself
process.argv.splice(1, 2, path.join(import.meta.dirname, script));
await import(`./${script}`);
