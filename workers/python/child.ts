/** A sandbox process for Python. Parameters: the user it becomes, the folder of the image, how many interpreters wait. */
import { type Interpreter, serve } from '../sandbox/child.ts';
import { readImage } from './image.ts';
import { openInterpreter } from './interpreter.ts';
import { loadRuntime, type Runtime } from './runtime.ts';

const [user = '', folder = '', waiting = '1'] = process.argv.slice(2);

let runtime: Runtime;
/** Interpreters that wait, each for one submission. */
const warm: ReturnType<typeof openInterpreter>[] = [];

function refill(): void {
  while (warm.length < Number(waiting)) {
    const opening = openInterpreter(runtime);
    opening.catch(() => undefined);
    warm.push(opening);
  }
}

async function take(printed: number): Promise<Interpreter> {
  const interpreter = await (warm.shift() ?? openInterpreter(runtime));
  interpreter.printed = printed;
  return interpreter;
}

await serve(
  {
    prepare: async () => {
      runtime = await loadRuntime({ image: readImage(folder) });
    },
    warm: async () => {
      refill();
      await Promise.all(warm);
    },
    open: take,
    // beside the next submission, not beside the one that runs
    closed: refill,
  },
  Number(user),
);
