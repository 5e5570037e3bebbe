/** Checks a second: ours against the `compare` of `@khanacademy/kas`, on the same pairs in one run; and how often each is wrong. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { checkAnswer, truthTape } from '../../domain/maths/check.ts';
import { compareTapes } from '../../domain/maths/compare.ts';
import { print } from './figures.ts';

const pairs = z.array(
  z.object({
    variables: z.array(z.string()),
    expected: z.string().optional(),
    student: z.string(),
    equal: z.boolean().optional(),
    positive: z.array(z.string()).optional(),
  }),
);
type Pair = { variables: string[]; expected: string; student: string; equal: boolean; positive?: string[] };

/** What is used of it; the package has no types that fit. */
const parsedByKas = z.object({ parsed: z.boolean(), expr: z.unknown() });
interface Kas {
  parse(text: string): unknown;
  compare(one: unknown, other: unknown): { equal: boolean };
}
const kas: Kas = createRequire(import.meta.url)('@khanacademy/kas');

/** Times each pair is checked by both; what is taken is the quickest, so that what else the machine does is left out. */
const TIMES = 5;

function readPairs(): Pair[] {
  const text = readFileSync(path.join(import.meta.dirname, '../data/maths-public.json'), 'utf8');
  return pairs.parse(JSON.parse(text)).flatMap((row) => {
    const { expected, equal } = row;
    // in KAS every letter is a variable of its own
    if (expected === undefined || equal === undefined || row.variables.some((name) => name.length > 1)) return [];
    // `8^8^8^8` is refused here, and infinite there: nothing to compare
    const readable = [expected, row.student].every(
      (side) => readByKas(side) !== undefined && truthTape({ expected: side }, row.variables) !== undefined,
    );
    return readable ? [{ ...row, expected, equal }] : [];
  });
}

function readByKas(text: string): unknown {
  try {
    const read = parsedByKas.parse(kas.parse(text));
    return read.parsed ? read.expr : undefined;
  } catch {
    return undefined;
  }
}

interface Timed {
  /** the quickest of all times, in milliseconds */
  ms: number;
  verdict: string;
}

function quickest(check: () => string): Timed {
  let ms = Number.POSITIVE_INFINITY;
  let verdict = '';
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    verdict = check();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, verdict };
}

/** Three times over: both compare what was read beforehand; both begin with two texts; ours with a question it has seen before. */
export function measureChecker(): void {
  const all = readPairs();
  const timed = { compare: [] as Both[], texts: [] as Both[] };
  // all rounds but the last warm both up
  for (let round = 0; round < 40; round++) {
    timed.compare = all.map((pair) => compareBoth(pair));
    timed.texts = all.map((pair) => checkBoth(pair));
  }
  const sum = (list: Both[], whose: keyof Both): number => list.reduce((total, both) => total + both[whose].ms, 0);
  const wrong = (list: Both[], whose: keyof Both): number =>
    list.filter((both, at) => both[whose].verdict === (all[at]?.equal === true ? 'different' : 'equal')).length;
  for (const [what, list] of Object.entries(timed)) {
    const perSecond = (whose: keyof Both): number => Math.round((1000 * list.length) / sum(list, whose));
    print({
      bench: 'checker',
      what: what === 'compare' ? 'compare, both sides read beforehand' : 'from two texts to a verdict',
      pairs: all.length,
      nabla: {
        perSecond: perSecond('nabla'),
        wrong: wrong(list, 'nabla'),
        undecided: list.filter((both) => both.nabla.verdict === 'undecided').length,
      },
      kas: { perSecond: perSecond('kas'), wrong: wrong(list, 'kas') },
      timesAsFast: Math.round((10 * sum(list, 'kas')) / sum(list, 'nabla')) / 10,
    });
  }
}

interface Both {
  nabla: Timed;
  kas: Timed;
}

const SEED = 20_260_101;

function compareBoth({ variables, expected, student, positive = [] }: Pair): Both {
  const [one, other] = [readByKas(expected), readByKas(student)];
  const [truth, answer] = [truthTape({ expected }, variables), truthTape({ expected: student }, variables)];
  if (truth === undefined || answer === undefined) throw new Error(`${expected} or ${student} cannot be read`);
  return {
    kas: quickest(() => (kas.compare(one, other).equal ? 'equal' : 'different')),
    nabla: quickest(() => compareTapes(answer, truth, { variables, positive, seed: SEED, allowed: 0 }).verdict),
  };
}

function checkBoth({ variables, expected, student, positive }: Pair): Both {
  const options = { variables, explain: false, ...(positive === undefined ? {} : { positive }) };
  return {
    kas: quickest(() => (kas.compare(readByKas(expected), readByKas(student)).equal ? 'equal' : 'different')),
    nabla: quickest(() => checkAnswer({ expected }, student, options).verdict),
  };
}
