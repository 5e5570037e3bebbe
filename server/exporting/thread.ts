/** The thread in which questions are written for other programs: it may be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import {
  type CourseWish,
  type Export,
  type Wish,
  writeExport,
  writeWholeCourse,
} from '../../domain/exchange/out/write.ts';
import { failedBy, type Said } from '../threads/limited.ts';

const say = (said: Said<Export>): void => parentPort?.postMessage(said);

parentPort?.on('message', (wish: Wish | CourseWish) => {
  try {
    say({ made: 'levels' in wish ? writeWholeCourse(wish) : writeExport(wish) });
  } catch (error) {
    say(failedBy(error));
  }
});
say({ ready: true });
