/** Answers that users of similar systems reported as misjudged, and brothers of our own, through both batch tools: verdicts and words. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wordsOf } from './words.ts';

/** `expected`: the verdicts that are right, parted by `|`; with `?` what is documented. `words`: a pattern of what is told. */
const oneCase = z.object({
  id: z.string(),
  tool: z.enum(['check-maths', 'grade']),
  input: z.record(z.string(), z.unknown()),
  expected: z.string(),
  kind: z.string(),
  words: z.string().optional(),
  /** what is asked back, where the notation has two readings */
  readings: z.array(z.string()).optional(),
});
type Case = z.infer<typeof oneCase>;

const remark = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
const answered = z.object({
  id: z.string(),
  verdict: z.string().optional(),
  outcome: z.string().optional(),
  result: z.string().optional(),
  message: z.string().optional(),
  readings: z.array(z.object({ text: z.string() })).optional(),
  problem: remark.optional(),
  slip: remark.nullish(),
  reading: z.object({ notes: z.array(remark) }).nullish(),
  tests: z.array(z.object({ message: z.string() })).optional(),
});
type Answered = z.infer<typeof answered>;

const data = path.join(import.meta.dirname, '../../tests/data');
const linesOf = (name: string): Case[] =>
  readFileSync(path.join(data, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => oneCase.parse(JSON.parse(line)));
/** What is told of a reported case, beside its verdict. */
const WORDS = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(path.join(data, 'grading-reported-words.json'), 'utf8')));

const SETS = { reported: linesOf('grading-reported.jsonl'), brothers: linesOf('grading-brothers.jsonl') };
const cases = Object.values(SETS).flat();
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-reported-'));
const answers = new Map<string, Answered>();

function run(tool: Case['tool']): void {
  const file = path.join(folder, `${tool}.jsonl`);
  const lines = cases.filter((one) => one.tool === tool).map(({ id, input }) => JSON.stringify({ id, ...input }));
  writeFileSync(file, lines.join('\n'));
  const { stdout } = spawnSync(process.execPath, [`tools/${tool}.ts`, '--batch', file], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const line of stdout.split('\n').filter((text) => text !== '')) {
    const read = answered.parse(JSON.parse(line));
    answers.set(read.id, read);
  }
}

beforeAll(() => {
  run('check-maths');
  run('grade');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The verdict in the words of the cases; of what was not graded, that it is invalid. */
function verdictOf({ verdict, outcome, result }: Answered): string {
  return verdict ?? (outcome === 'graded' ? (result ?? '') : (outcome ?? ''));
}

/** All that is told; the checker gives codes. */
function wordsIn({ message = '', tests = [], problem, slip, reading }: Answered): string {
  const coded = [
    ...(problem ? [{ ...problem, code: `maths.problem.${problem.code}` }] : []),
    ...(slip ? [{ ...slip, code: `maths.slip.${slip.code}` }] : []),
    ...(reading?.notes ?? []).map((note) => ({ ...note, code: `maths.reading.${note.code}` })),
  ];
  return [message, ...tests.map((test) => test.message), wordsOf(coded)].join(' ');
}

const rightOf = ({ expected }: Case): string[] =>
  expected
    .replace(/\(.*?\)|, or .*/g, '')
    .split('|')
    .map((one) => one.trim());

describe.for(Object.entries(SETS))('%s', ([name, set]) => {
  test.for(set)('$id: $kind', (one) => {
    const answer = answers.get(one.id);
    expect(answer).toBeDefined();
    if (answer === undefined) return;
    const verdict = verdictOf(answer);
    const right = rightOf(one);
    // where a notation has two readings it may be asked which is meant, whatever would be right
    const asked = name === 'reported' && verdict === 'invalid' && (answer.readings?.length ?? 0) > 1;
    const isDocumented = right.some((wanted) => wanted.endsWith('?')) && ['pass', 'fail'].includes(verdict);
    if (!isDocumented && !asked) expect(right, JSON.stringify(answer)).toContain(verdict);
    if (one.readings !== undefined) expect(answer.readings?.map(({ text }) => text)).toEqual(one.readings);
    const words = one.words ?? WORDS[one.id];
    if (words !== undefined) expect(wordsIn(answer)).toMatch(new RegExp(words, 'u'));
  });
});
