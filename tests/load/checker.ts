/** Checks a second: ours against the `compare` of `@khanacademy/kas`, on the same pairs in one run; and how often each is wrong. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { checkAnswer } from '../../domain/maths/check.ts';
import { percentile, print } from './figures.ts';

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
    const readable = [expected, row.student].every((side) => readByKas(side) !== undefined);
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

/** KAS gets its expressions read beforehand: only `compare` counts. Ours reads both texts each time. */
export function measureChecker(): void {
  const all = readPairs();
  const [ours, theirs]: [Timed[], Timed[]] = [[], []];
  for (const pair of [...all, ...all]) {
    const [one, other] = [readByKas(pair.expected), readByKas(pair.student)];
    theirs.push(quickest(() => (kas.compare(one, other).equal ? 'equal' : 'different')));
    ours.push(
      quickest(() => {
        const { variables, positive } = pair;
        const options = { variables, explain: false, ...(positive === undefined ? {} : { positive }) };
        return checkAnswer({ expected: pair.expected }, pair.student, options).verdict;
      }),
    );
  }
  // the first round warmed both up
  const [mine, kasOnes] = [ours.slice(all.length), theirs.slice(all.length)];
  const sum = (timed: Timed[]): number => timed.reduce((total, { ms }) => total + ms, 0);
  const wrong = (timed: Timed[]): number =>
    timed.filter(({ verdict }, at) => verdict === (all[at]?.equal === true ? 'different' : 'equal')).length;
  const figures = (timed: Timed[]) => ({
    checksPerSecond: Math.round((1000 * timed.length) / sum(timed)),
    p50Us:
      Math.round(
        1000 *
          percentile(
            timed.map(({ ms }) => ms * 1000),
            0.5,
          ),
      ) / 1000,
    wrong: wrong(timed),
    undecided: timed.filter(({ verdict }) => verdict === 'undecided').length,
  });
  print({
    bench: 'checker',
    pairs: all.length,
    nabla: figures(mine),
    kas: figures(kasOnes),
    timesAsFast: Math.round((10 * sum(kasOnes)) / sum(mine)) / 10,
  });
}
