/** Writes questions for other programs in a thread of its own, with limits of time and memory. */
import type { CourseWish, Export, Wish } from '../../domain/exchange/out/write.ts';
import { type Remark, remark } from '../../domain/exchange/remark.ts';
import { inThread, type ThreadLimits, Turns } from '../threads/limited.ts';

/** A thousand questions with maths take some 4 s. */
const LIMITS: ThreadLimits = { computeMs: 20_000, clockMs: 60_000, memoryMb: 256 };

const turns = new Turns(8);

/** The same where several people may ask at once. @returns null: too many wait already */
export const writeInTurn = (wish: Wish | CourseWish): Promise<Export | { refused: Remark } | null> =>
  turns.take(() => writeQuestions(wish));

/** @param tighter limits than the usual ones */
export async function writeQuestions(
  wish: Wish | CourseWish,
  tighter: Partial<ThreadLimits> = {},
): Promise<Export | { refused: Remark }> {
  const done = await inThread<Export>('server/exporting/thread.ts', wish, { ...LIMITS, ...tighter });
  return 'made' in done ? done.made : { refused: remark('outFile.heavy') };
}
