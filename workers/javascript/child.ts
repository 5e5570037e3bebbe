/**
 * A sandbox process for JavaScript. Its one parameter is the user it becomes. While nothing runs the next isolate is
 * prepared: it waits, fresh, and is used once.
 */
import { serve } from '../sandbox/child.ts';
import { interpreterIn, type Prepared, prepareIsolate } from './interpreter.ts';

let waiting: Promise<Prepared> | undefined;

function prepareNext(): void {
  const preparing = prepareIsolate();
  waiting = preparing;
  // told where it is used
  preparing.catch(() => undefined);
}

await serve(
  {
    // the modules above have read all there is
    prepare: async () => undefined,
    warm: async () => {
      prepareNext();
      await waiting;
    },
    async open(printed) {
      const prepared = waiting ?? prepareIsolate();
      waiting = undefined;
      return interpreterIn(await prepared, printed);
    },
    // what was told of the submission goes out first
    closed: () => void setImmediate(prepareNext),
  },
  Number(process.argv[2]),
);
