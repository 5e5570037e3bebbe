/** What hostile and clumsy code may try: each has its clear verdict, leaves nothing behind, and harms no neighbour. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { studentVerdict, type Verdict } from '../../domain/verdict.ts';
import { createGrader } from '../../workers/grade.ts';
import { ensurePythonRuntime } from '../../workers/python/setup.ts';
import { escapes } from '../data/escapes.ts';
import { doubleIn, sandboxPids } from './grading-questions.ts';

await ensurePythonRuntime({ log: () => undefined });
const grader = createGrader();
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-escape-'));
const marker = path.join(folder, 'marker');

afterAll(async () => {
  await grader.close();
  rmSync(folder, { recursive: true });
});

type Language = 'python' | 'javascript';
const languages: Language[] = ['javascript', 'python'];
const RIGHT = { javascript: 'const double = (x) => x + x;', python: 'double = lambda x: x + x' };

const run = (language: Language, code: string, seed = 'seed'): Promise<Verdict> =>
  grader.grade(doubleIn(language), { code }, { seed, mode: 'submit' });

/** Starts all at once, as a class would hand in; the tests then wait for their own. */
function startAll(language: Language, codes: Record<string, string>): (name: string) => Promise<Verdict> {
  const verdicts = new Map<string, Promise<Verdict>>();
  beforeAll(() => {
    for (const [name, code] of Object.entries(codes)) {
      const verdict = run(language, code);
      verdict.catch(() => undefined);
      verdicts.set(name, verdict);
    }
  });
  return (name) => verdicts.get(name) ?? Promise.reject(new Error(`${name} was not started`));
}

const BOMBS: Record<Language, Record<string, [code: string, results: string[]]>> = {
  javascript: {
    'an endless loop': ['function double() { for (;;); }', ['timeout']],
    'an endless chain of promises': [
      'function double() { (async () => { for (;;) await 0; })(); return 1; }',
      ['timeout'],
    ],
    'an endless loop while loading': ['for (;;);', ['timeout']],
    'a slow regular expression': [
      'function double() { return /(a+)+$/.test("a".repeat(40) + "b"); }',
      ['timeout', 'fail'],
    ],
    'an array that fills the memory': ['function double() { new Array(6e7).fill(1); return 1; }', ['memory', 'timeout', 'fail']],
    'a list that grows for ever': [
      'function double() { const a = []; for (;;) a.push(new Array(1000).fill("x")); }',
      ['memory'],
    ],
    'integers that grow for ever': [
      'function double() { let a = 3n; for (;;) a = a * a * a; }',
      ['timeout', 'memory', 'error'],
    ],
    'buffers that fill the memory': [
      'function double() { const a = []; for (;;) a.push(new Uint8Array(1e8).fill(1)); }',
      ['memory', 'error'],
    ],
    'endless recursion': ['function double(x) { return double(x); }', ['error']],
    'a thrown object with traps': ['function double() { throw new Proxy({}, { get() { throw 1; } }); }', ['error']],
    'a thrown null': ['function double() { throw null; }', ['error']],
    'a result with getters': ['function double() { return { get length() { for (;;); } }; }', ['fail']],
    'a list that contains itself': ['function double() { const a = []; a.push(a); return a; }', ['fail']],
    'a huge result': ['function double() { return new Array(1e6).fill(1); }', ['fail', 'memory']],
    'an asynchronous function': ['async function double(x) { return 2 * x; }', ['fail']],
    'a string of the right number': ['function double(x) { return String(2 * x); }', ['fail']],
    'no function at all': ['const triple = 1;', ['error']],
    'a syntax error': ['function double(x) { return 2 * ; }', ['error']],
  },
  python: {
    'an endless loop that catches everything': [
      'def double(x):\n  while True:\n    try:\n      while True: pass\n    except BaseException: pass',
      ['timeout'],
    ],
    'an endless loop while loading': ['while True: pass', ['timeout']],
    'memory bombs': ['def double(x):\n  a = []\n  while True: a.append(bytearray(10**7))', ['memory']],
    'a very large integer': ['def double(x):\n  return 10 ** (10 ** 9)', ['timeout', 'memory', 'error']],
    'endless recursion': ['import sys\nsys.setrecursionlimit(10**9)\ndef double(x): return double(x)', ['error']],
    'sys.exit while loading': ['import sys\nsys.exit(0)', ['error']],
    'sys.exit in the function': ['import sys\ndef double(x): sys.exit(0)', ['error']],
    'os._exit': ['import os\ndef double(x): os._exit(0)', ['error']],
    'os.abort': ['import os\ndef double(x): os.abort()', ['error']],
    'a list that contains itself': ['def double(x):\n  a = []\n  a.append(a)\n  return a', ['fail']],
    'a huge result': ['def double(x): return [0] * 10**7', ['fail', 'memory']],
    'an object with a lying type': [
      'class F(float):\n  def __eq__(s, o): return True\n  __class__ = int\n  def __abs__(s): return 0\ndef double(x): return F(1)',
      ['fail'],
    ],
    'a boolean': ['def double(x): return True', ['fail']],
    input: ['def double(x): return float(input())', ['error']],
    'a thread': [
      'import threading\ndef double(x):\n  threading.Thread(target=print).start()\n  return 2 * x',
      ['error'],
    ],
    'no function at all': ['triple = 1', ['error']],
    'a syntax error': ['def double(x):\n  retrun 2 * x', ['error']],
    'builtins of another making': [
      'import builtins\nbuiltins.len = builtins.isinstance = builtins.type = builtins.repr = lambda *a: 1 / 0\ndef double(x): return 0',
      ['fail', 'error'],
    ],
  },
};

describe.for(languages)('bombs in %s', (language) => {
  const bombs = Object.entries(BOMBS[language]);
  const verdictOf = startAll(language, Object.fromEntries(bombs.map(([name, [code]]) => [name, code])));

  test.for(bombs)('%s', { timeout: 60_000 }, async ([name, [, results]]) => {
    const verdict = await verdictOf(name);
    expect(verdict.outcome).toBe('graded');
    expect(results).toContain(verdict.result);
    expect(verdict.points).toBe(0);
  });

  test('neighbours of bombs are graded as if nothing had been', { timeout: 60_000 }, async () => {
    const bombs = Object.values(BOMBS[language])
      .slice(0, 3)
      .map(([code]) => run(language, code));
    const right = Array.from({ length: 12 }, (_, index) => run(language, RIGHT[language], `neighbour ${index}`));
    for (const verdict of await Promise.all(right)) expect(verdict).toMatchObject({ result: 'pass', points: 3 });
    await Promise.all(bombs);
  });
});

describe.for(languages)('escapes from %s', (language) => {
  const payloads = escapes(marker)[language];
  const verdictOf = startAll(language, payloads);

  test.for(Object.keys(payloads))('%s leaves no marker and forges nothing', { timeout: 60_000 }, async (name) => {
    expect(await verdictOf(name)).toMatchObject({ outcome: 'graded', points: 0 });
    expect(existsSync(marker)).toBe(false);
  });
});

describe.for(languages)('what is printed in %s', (language) => {
  const flood = {
    javascript:
      'function double(x) { console.log("y".repeat(1e7)); for (let i = 0; i < 1e5; i++) console.log(i); return 2 * x; }',
    python: 'def double(x):\n  print("y" * 10**7)\n  for i in range(10**5): print(i)\n  return 2 * x',
  };
  test('ten megabytes are cut to what somebody can read', { timeout: 30_000 }, async () => {
    const verdict = await run(language, flood[language]);
    expect(verdict.result).toBe('pass');
    expect(verdict.tests[0]?.printed).toHaveLength(10_000);
  });

  test('hidden inputs are not told, neither by printing nor by an error', { timeout: 30_000 }, async () => {
    const leak = {
      javascript:
        'function double(x) { console.log("input", x); if (x !== 3) throw new Error("x is " + x); return 6; }',
      python: 'def double(x):\n  print("input", x)\n  if x != 3: raise ValueError(f"x is {x}")\n  return 6',
    };
    const verdict = await run(language, leak[language]);
    expect(verdict).toMatchObject({ result: 'partial', points: 1 });
    const [visible, hidden] = studentVerdict(verdict).tests;
    expect(visible?.printed).toBe('input 3\n');
    expect(JSON.stringify(hidden)).not.toMatch(/input|x is|-?\d\.\d/);
    expect(hidden?.hintHtml).toBe('Twice as much.');
  });
});

describe.for(languages)('the processes of %s', (language) => {
  test.runIf(process.getuid?.() === 0)('have no rights and no secrets', async () => {
    await run(language, RIGHT[language]);
    const pids = sandboxPids(language);
    expect(pids.length).toBeGreaterThan(0);
    for (const pid of pids) {
      const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .map((line) => line.split('=')[0]);
      // what Node needs for its channel, and what the shell adds
      const known = [
        '',
        'NODE_ENV',
        'NODE_CHANNEL_FD',
        'NODE_CHANNEL_SERIALIZATION_MODE',
        'PWD',
        '_',
        'SHLVL',
        'OLDPWD',
      ];
      expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
      const uid = Number(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      expect(uid).not.toBe(0);
    }
  });

  test('one that is killed from outside is replaced, and its submission run again', { timeout: 60_000 }, async () => {
    const slow = { javascript: 'function double() { for (;;); }', python: 'def double(x):\n  while True: pass' };
    const graded = run(language, slow[language]);
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (const pid of sandboxPids(language)) process.kill(pid, 'SIGKILL');
    expect(await graded).toMatchObject({ outcome: 'graded', result: 'timeout' });
    expect(await run(language, RIGHT[language])).toMatchObject({ result: 'pass' });
  });
});

test('sandboxes end when the process that owns them is killed', { timeout: 30_000 }, async () => {
  const script = `
    import { createGrader } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../workers/grade.ts'))};
    const grader = createGrader();
    await grader.warm(['javascript']);
    console.log('warm');
    setInterval(() => undefined, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve) => owner.stdout.once('data', resolve));
  const pids = sandboxPids('javascript', owner.pid);
  expect(pids.length).toBeGreaterThan(0);
  owner.kill('SIGKILL');
  await expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 5_000 }).toEqual([]);
});
