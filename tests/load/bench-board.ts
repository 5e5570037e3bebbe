/** `npm run bench:board`: the board of a large class alone. One JSON line. */
import { measureBoard } from './board.ts';

await measureBoard();
