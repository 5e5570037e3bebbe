/**
 * Positive controls of the escape suite: every payload that holds in our sandboxes gets out where a context of Node, plain
 * Pyodide, or a grader in the same interpreter is taken for one. What does not get out there is no payload.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../../workers/sandbox/command.ts';
import { withoutNumpy } from '../support/numpy.ts';
import { controlled, inHost, type Outcome } from './grading/controls/javascript.ts';
import { controlledPython, inPyodide } from './grading/controls/python.ts';
import { payloads } from './grading/payloads/all.ts';
import { chosen } from './grading/payloads/chosen.ts';
import { naiveJavaScript } from './grading/payloads/naive-javascript.ts';
import { naivePython } from './grading/payloads/naive-python.ts';
import type { Payload, Places } from './grading/payloads/payload.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-control-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRETS = ['a secret of the environment', 'a secret in a file', PROJECT];
const secretFile = path.join(folder, 'secret.txt');
writeFileSync(secretFile, SECRETS[1] ?? '');

/** Processes beside each other: those of JavaScript wait for their timers most of the time. */
const BESIDE = { javascript: 4, python: 2 };
const everyNth = <T>(list: readonly T[], from: number, step: number): T[] =>
  list.filter((_one, index) => index % step === from);

test('the suite is as large as was asked, every name stands once, and the test command takes enough of both languages', () => {
  const all = Object.values(payloads).flat();
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all.map((one) => `${one.language} ${one.class} ${one.name}`)).size).toBe(all.length);
  const tried = [chosen('javascript'), chosen('python')];
  for (const part of tried) expect(part.length).toBeGreaterThanOrEqual(60);
  expect(tried.flat().length).toBeGreaterThanOrEqual(150);
  // no class is left out of the part
  expect(new Set(tried.flat().map((one) => one.class))).toEqual(new Set(all.map((one) => one.class)));
});

const RIGHT = { javascript: 'function double(x) { return 2 * x; }', python: 'def double(x): return 2 * x' };
const WRONG = { javascript: 'function double(x) { return 3 * x; }', python: 'def double(x): return 3 * x' };

describe('naive graders tell right from wrong where nobody cheats', () => {
  test('in JavaScript', async () => {
    const designs = Object.keys(naiveJavaScript);
    const cheated: string[] = [];
    const one = async (control: string): Promise<void> => {
      const said = await Promise.all(
        [RIGHT, WRONG].map(({ javascript: code }) => inHost({ kind: 'forge', control, code, marker: '' }, '')),
      );
      if (said.join() !== 'earned,nothing earned') cheated.push(`${control}: ${said.join()}`);
    };
    await Promise.all(
      [0, 1].map(async (from) => {
        for (const design of everyNth(designs, from, 2)) await one(design);
      }),
    );
    expect(cheated).toEqual([]);
  });

  test('in Python', async () => {
    const designs = Object.entries(naivePython).filter(
      ([, naive]) => withoutNumpy === null || !naive.includes('numpy'),
    );
    const orders = designs.flatMap(([, naive]) =>
      [RIGHT, WRONG].map(({ python: code }) => ({
        kind: 'forge' as const,
        code,
        naive,
        marker: path.join(folder, 'nothing'),
        needsNumpy: withoutNumpy === null,
        shared: true,
      })),
    );
    const said: string[] = [];
    await inPyodide(orders, '', (index, outcome) => {
      said[index] = outcome;
    });
    const cheated = designs.filter(
      (_design, index) => said[2 * index] !== 'earned' || said[2 * index + 1] === 'earned',
    );
    expect(cheated.map(([name]) => name)).toEqual([]);
    expect(said).toHaveLength(orders.length);
  });
});

/** Starts all controls of a language; gives what came out of one. */
function controls(language: 'javascript' | 'python', all: readonly Payload[]): (payload: Payload) => Promise<Outcome> {
  const place = (payload: Payload): Places => ({
    marker: path.join(folder, `${language}-${all.indexOf(payload)}`),
    secretFile,
  });
  const outcomes = new Map<Payload, Promise<Outcome>>();
  beforeAll(() => {
    for (let from = 0; from < BESIDE[language]; from++) {
      const part = everyNth(all, from, BESIDE[language]);
      if (language === 'python') {
        const run = controlledPython(part, place, SECRETS);
        for (const [index, payload] of part.entries())
          outcomes.set(
            payload,
            run.then((found) => found[index] ?? 'held'),
          );
      } else {
        let before: Promise<unknown> = Promise.resolve();
        for (const payload of part) {
          const outcome = before.then(() => controlled(payload, place(payload), SECRETS));
          outcomes.set(payload, outcome);
          before = outcome;
        }
      }
    }
  });
  return (payload) => outcomes.get(payload) ?? Promise.reject(new Error('not started'));
}

describe.for(['javascript', 'python'] as const)('controls of %s', (language) => {
  const all = chosen(language);
  const outcomeOf = controls(language, all);
  // those of Python run one after another, and all are told at the end
  test.for(all)('$class: $name gets out', { timeout: 1_200_000 }, async (payload, { skip }) => {
    skip(payload.needsNumpy && withoutNumpy !== null, withoutNumpy ?? '');
    expect(await outcomeOf(payload)).toBe('out');
  });
});
