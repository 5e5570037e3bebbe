/** The thread in which lessons and questions are compiled that somebody edits: it may be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import { compileLesson } from '../../domain/lesson/compile.ts';
import { compileQuestion } from '../../domain/lesson/compile-question.ts';
import type { Job, Said } from './compiler.ts';

const say = (said: Said): void => parentPort?.postMessage(said);

parentPort?.on('message', async (job: Job) => {
  try {
    const { source, file, pictures } = job;
    const made =
      job.what === 'lesson'
        ? await compileLesson(source, file, job.bank, pictures)
        : await compileQuestion(source, file, pictures);
    say({ made });
  } catch (error) {
    // what is nested too deeply ends the stack, wherever that happens to be
    say({ failed: error instanceof RangeError ? 'nesting' : String(error) });
  }
});
// what is loaded and compiled the first time is no lesson's: code to be coloured, maths to be typeset
const FIRST =
  '---\ntitle: A\ndescription: B\n---\n\nText $x^2$.\n\n```python\nx = 1\n```\n\n```javascript\nlet x;\n```\n';
await compileLesson(FIRST, 'first.md');
say({ ready: true });
