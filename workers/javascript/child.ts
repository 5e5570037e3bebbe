/** A sandbox process for JavaScript. Its one parameter is the user it becomes. */
import { serve } from '../sandbox/child.ts';
import { openInterpreter } from './interpreter.ts';

await serve(
  {
    // the modules above have read all there is
    prepare: async () => undefined,
    warm: async () => {
      (await openInterpreter(0)).dispose();
    },
    open: openInterpreter,
  },
  Number(process.argv[2]),
);
