import { readTry, tryOut } from './commands.ts';
import { readAsStranger, tryAsStranger } from './front-page.ts';

/** What is tried and not handed in. */
export const trying = { run: tryOut, read: readTry };

/** The exercises of the front page, for whoever comes by. */
export const front = { run: tryAsStranger, read: readAsStranger };
