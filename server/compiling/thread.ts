/** The thread in which lessons and questions are compiled that somebody edits: it may be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import { compileLesson } from '../../domain/lesson/compile.ts';
import { compileQuestion } from '../../domain/lesson/compile-question.ts';
import { compileWords } from '../../domain/lesson/compile-words.ts';
import { wrongVariant } from '../../domain/lesson/variants.ts';
import type { Job, Made, Said } from './compiler.ts';

const say = (said: Said): void => parentPort?.postMessage(said);

parentPort?.on('message', async (job: Job) => {
  try {
    say({ made: await madeOf(job) });
  } catch (error) {
    // what is nested too deeply ends the stack, wherever that happens to be
    say({ failed: error instanceof RangeError ? 'nesting' : String(error) });
  }
});
function madeOf(job: Job): Promise<Made<Job>> | Made<Job> {
  switch (job.what) {
    case 'lesson':
      return compileLesson(job.source, job.file, job.bank, job.pictures, job.known);
    case 'question':
      return compileQuestion(job.source, job.file, job.pictures, job.known);
    case 'words':
      return compileWords(job.source, job.file);
    case 'variants':
      return { ok: true, wrong: wrongVariant(job.question, job) };
  }
}

// what is loaded and compiled the first time is no lesson's: code to be coloured, maths to be typeset
const FIRST =
  '---\ntitle: A\ndescription: B\n---\n\nText $x^2$.\n\n```python\nx = 1\n```\n\n```javascript\nlet x;\n```\n';
await compileLesson(FIRST, 'first.md');
say({ ready: true });
