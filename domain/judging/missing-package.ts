/** A module that Python does not find: what is there instead, and whether anything of the answer needs it. */
import type { CodeError, Feedback } from '../results/verdict.ts';
import { codeOnly } from './code-text.ts';
import { say } from './codes.ts';
import { editDistance } from './edit-distance.ts';

/** What students import most of what is there. */
const COMMON =
  'bisect cmath collections copy csv dataclasses datetime decimal enum fractions functools heapq itertools json math numpy operator random re statistics string time typing'.split(
    ' ',
  );
/** Packages that open windows or draw: nobody would see it. */
const DRAWING = new Set('matplotlib pylab turtle tkinter plotly seaborn bokeh altair pygame PIL cv2'.split(' '));
/** Parts of Python that other computers have. */
const OF_THE_SYSTEM = new Set(
  '_multiprocessing _curses curses _tkinter termios fcntl pwd grp resource winreg msvcrt'.split(' '),
);

type What = 'package' | 'drawing' | 'system';

/** Null: the error is another one. */
export function missingPackage({ type, message, line }: CodeError, source: string): Feedback | null {
  const name = /^No module named '([\w.]{1,100})'/.exec(message)?.[1];
  if (type !== 'ModuleNotFoundError' || name === undefined) return null;
  const top = name.split('.')[0] ?? name;
  const near = KNOWN.has(top) || COMMON.includes(top) ? null : nearestModule(top);
  if (near !== null) return say('misspeltModule', { name, near });
  const what: What = DRAWING.has(top) ? 'drawing' : OF_THE_SYSTEM.has(top) ? 'system' : 'package';
  return say('missingPackage', { name, what, used: isUsed(source, line, top) ? 'yes' : 'no' });
}

/** Real packages, of names that are near to one that is there. */
const KNOWN = new Set(
  'scipy sympy pandas numba cupy mypy attr attrs jax rich six nose yaml ray tqdm nltk enum34'.split(' '),
);

/** One letter in three may be wrong, and capitals do not count. */
function nearestModule(name: string): string | null {
  const plain = name.toLowerCase();
  const distances = COMMON.map((one) => ({ one, distance: editDistance(one, plain) }));
  const [best] = distances.toSorted((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.floor(plain.length / 3) ? best.one : null;
}

/** Whether a name that the import brings stands anywhere else. */
function isUsed(source: string, line: number | null, top: string): boolean {
  const lines = codeOnly(source, 'python').split(/\r\n?|\n/);
  const statement = (lines[(line ?? 0) - 1] ?? '').slice(0, 300);
  // the error may come from inside a library: then nothing is known
  if (!new RegExp(String.raw`\b${top}\b`).test(statement)) return true;
  const rest = lines.filter((_, index) => index !== (line ?? 0) - 1).join('\n');
  return boundNames(statement).some((name) => name === '*' || new RegExp(String.raw`(?<![\w.])${name}\b`).test(rest));
}

/** `import a.b as c, d` → c, d; `from a import b as c, d` → c, d. */
function boundNames(statement: string): string[] {
  const list =
    /^\s*from\s+\S+\s+import\s+(.+)$/.exec(statement)?.[1] ?? /^\s*import\s+(.+)$/.exec(statement)?.[1] ?? '';
  return list
    .replace(/;.*/, '')
    .split(',')
    .flatMap((part) => {
      const name = /(?:\bas\s+)?([\w*]+)[\s()]*$/.exec(part.replace(/\.[\w.]+(?!.*\bas\b)/, ''))?.[1];
      return name === undefined ? [] : [name];
    });
}
