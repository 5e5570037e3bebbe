/**
 * A sandbox process for Python. Parameters: the user it becomes, the folder of the image, and how many interpreters wait,
 * each for one submission; or `keep`: it runs the lessons' own solutions, each source in an interpreter that is kept.
 */
import { type Interpreter, serve } from '../sandbox/child.ts';
import { readImage } from './image.ts';
import { openInterpreter } from './interpreter.ts';
import { loadRuntime, type Runtime } from './runtime.ts';

const [user = '', folder = '', waiting = '1'] = process.argv.slice(2);
const keeps = waiting === 'keep';
const MOST_KEPT = 3;

let runtime: Runtime;
const warm: ReturnType<typeof openInterpreter>[] = [];
/** by source, the longest unused first */
const kept = new Map<string, Interpreter>();

function refill(): void {
  while (!keeps && warm.length < Number(waiting)) {
    const opening = openInterpreter(runtime);
    // whoever takes it hears of it
    opening.catch(() => undefined);
    warm.push(opening);
  }
}

async function take(printed: number): Promise<Interpreter> {
  const interpreter = await (warm.shift() ?? openInterpreter(runtime));
  interpreter.printed = printed;
  return interpreter;
}

/** Loading runs a source again in a module of its own, so a kept interpreter starts over but for what it has imported. */
async function reuse(printed: number, source: string): Promise<Interpreter> {
  const inner = kept.get(source) ?? (await take(printed));
  kept.delete(source);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) {
    kept.get(oldest)?.dispose();
    kept.delete(oldest);
  }
  let usable = true;
  const noting = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      usable = false;
      throw error;
    });
  return {
    load: (text, entry, seed, milliseconds) => noting(inner.load(text, entry, seed, milliseconds)),
    call: (parameters, milliseconds) => noting(inner.call(parameters, milliseconds)),
    atWork: () => inner.atWork(),
    dispose() {
      if (usable) kept.set(source, inner);
      else inner.dispose();
    },
  };
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
    open: keeps ? reuse : take,
    // beside the next submission, not beside the one that runs
    closed: refill,
  },
  Number(user),
);
