/** `npm run <tool> -- …`: the tools of tools/, in the pinned Node. */
import { goOn, install } from './bootstrap.mjs';

const [tool, ...args] = process.argv.slice(2);
install();
goOn(`tools/${tool}.ts`, args);
