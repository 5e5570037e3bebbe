/** `npm start`, `npm run dev`, `npm run reset`: installs, then goes on in the pinned Node. */
import { goOn, install } from './bootstrap.mjs';

install();
goOn('launch/main.ts', process.argv.slice(2));
