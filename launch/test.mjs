/** `npm test`, `npm run check`: installs, then runs the suites in the pinned Node. */
import { goOn, install } from './bootstrap.mjs';

install();
goOn('tests/run.ts', process.argv.slice(2));
