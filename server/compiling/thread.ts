/** The thread in which lessons are compiled that somebody edits: it may be stopped at any moment. */
import { parentPort } from 'node:worker_threads';
import { compileLesson } from '../../domain/lesson/compile.ts';

parentPort?.on('message', async ({ source, file }: { source: string; file: string }) => {
  try {
    parentPort?.postMessage({ compiled: await compileLesson(source, file) });
  } catch (error) {
    // what is nested too deeply ends the stack, wherever that happens to be
    parentPort?.postMessage({ failed: error instanceof RangeError ? 'nesting' : String(error) });
  }
});
// what is loaded and compiled the first time is no lesson's: code to be coloured, maths to be typeset
const FIRST =
  '---\ntitle: A\ndescription: B\n---\n\nText $x^2$.\n\n```python\nx = 1\n```\n\n```javascript\nlet x;\n```\n';
await compileLesson(FIRST, 'first.md');
parentPort?.postMessage({ ready: true });
