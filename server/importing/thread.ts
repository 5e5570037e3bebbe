/** The thread in which a file of a stranger is read: it may be stopped at any moment. */
import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { readCourseFile } from '../../domain/exchange/own/course-read.ts';
import { previewOf } from '../../domain/exchange/preview.ts';
import { FileRefused } from '../../domain/exchange/remark.ts';
import { failedBy, type Said } from '../threads/limited.ts';
import type { Job, ReadCourse, ReadPacked } from './importer.ts';

const say = (said: Said<ReadPacked | ReadCourse>): void => parentPort?.postMessage(said);

parentPort?.on('message', async ({ what, bytes, encoding }: Job) => {
  try {
    say({ made: what === 'course' ? { course: readCourseFile(bytes) } : serialize(await previewOf(bytes, encoding)) });
  } catch (error) {
    say(error instanceof FileRefused ? { made: { refused: error.remark } } : failedBy(error));
  }
});
say({ ready: true });
