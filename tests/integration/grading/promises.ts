/** Promises of docs/grading.md one by one: each test goes red when what keeps its promise is taken away. */
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../tools/grading/words.ts';
import { JAVASCRIPT_LIMITS } from '../../../workers/javascript/limits.ts';
import { javascriptPool } from '../../../workers/javascript/sandbox.ts';
import { pythonPool } from '../../../workers/python/sandbox.ts';
import { ensurePythonRuntime } from '../../../workers/python/setup.ts';
import type { Job, Limits } from '../../../workers/sandbox/job.ts';
import { TooBusy } from '../../../workers/sandbox/patience.ts';
import { computedMs } from '../../../workers/sandbox/resident.ts';
import { sandboxPids } from './questions.ts';
import { languages, RIGHT, run } from './shared.ts';

/** What the function gives at 3, as text. */
const told = async (language: 'javascript' | 'python', code: string): Promise<string> =>
  (await run(language, code)).tests[0]?.got ?? '';

const inIsolate = (script: string): string =>
  `from pyodide.code import run_js\ndef double(x): return str(run_js(${JSON.stringify(script)}))`;

const LOOP = 'function double() { for (;;); }';
const AFTERWARDS = 'function double(x) { (async () => { for (;;) await 0; })(); return 2 * x; }';

/** What the processes of Python have computed so far; ms. */
const computed = (): number => sandboxPids('python').reduce((sum, pid) => sum + (computedMs(pid) ?? 0), 0);

/**
 * Waits until no interpreter of Python boots: until their processes compute next to nothing for two seconds in a row. On a machine
 * that does much else one that boots may be left without a processor for a second.
 */
async function quiet(): Promise<void> {
  for (let [calm, last] = [0, computed()]; calm < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = computed();
    calm = now - last > 30 ? 0 : calm + 1;
    last = now;
  }
}

/** So often it is looked whether a run is cheap and what follows it is not. */
const TURNS = 8;

export function promises(): void {
  describe('what the isolates do not have', () => {
    const names = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];
    test.for(names)('JavaScript has no %s, by any way to the global object', async (name) => {
      const ways = ['globalThis', 'this', "Function('return this')()", '(0, eval)("this")'];
      const types = ways.map((way) => `typeof (${way})[${JSON.stringify(name)}]`).join(', ');
      const code = `const found = [${types}, typeof ${name}];\nfunction double() { return found.join(); }`;
      expect(await told('javascript', code)).toBe(`"${Array(5).fill('undefined')}"`);
    });
    test.for(['SharedArrayBuffer', 'Atomics'])('the isolate around Python has no %s', async (name) => {
      expect(await told('python', inIsolate(`typeof globalThis.${name}`))).toBe("'undefined'");
    });
    test.for([
      ['a module', 'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))'],
      ['a memory', 'new WebAssembly.Memory({ initial: 1 })'],
      ['a table', "new WebAssembly.Table({ initial: 1, element: 'anyfunc' })"],
      ['a module from a module’s prototype', 'new (WebAssembly.Module.prototype.constructor)(new Uint8Array(8))'],
      ['a memory from a memory’s prototype', 'new (WebAssembly.Memory.prototype.constructor)({ initial: 1 })'],
    ])('the isolate around Python makes no %s', async ([, script = '']) => {
      const attempt = `(() => { try { ${script}; return 'made'; } catch (error) { return String(error.message); } })()`;
      expect(await told('python', inIsolate(attempt))).toMatch(/cannot be used here|is not a constructor/);
    });
  });

  describe.for(languages)('one submission in %s after another', (language) => {
    const [leave, look] = {
      javascript: [
        'globalThis.seen = Array.prototype.seen = 1; Object.prototype.other = 1; Math.abs = () => 7;\nconst double = (x) => 2 * x;',
        'const double = () => [typeof seen, typeof [].seen, typeof {}.other, Math.abs(-1)].join();',
      ],
      python: [
        'import builtins, math, sys, os\nbuiltins.seen = math.seen = sys.seen = 1\nopen("/tmp/seen", "w").close()\ndef double(x): return 2 * x',
        'import builtins, math, sys, os\ndef double(x): return [hasattr(m, "seen") for m in (builtins, math, sys)] + [os.path.exists("/tmp/seen")]',
      ],
    }[language];
    test('finds nothing of what the first left', async () => {
      // so many that each process has seen one
      await Promise.all([1, 2, 3, 4].map(() => run(language, leave ?? '')));
      const found = await Promise.all([1, 2, 3, 4].map(() => told(language, look ?? '')));
      const clean = { javascript: '"undefined,undefined,undefined,1"', python: '[False, False, False, False]' }[
        language
      ];
      expect(found).toEqual([clean, clean, clean, clean]);
    });
  });

  describe('limits of time, each with its own words', () => {
    const job = (source: string): Job => ({ source, entry: 'double', seed: 1, calls: [[{ type: 'value', value: 3 }]] });
    test.for<[string, string, Partial<Limits>, string]>([
      ['time on the processor', LOOP, { cpuMs: 200 }, 'cpu'],
      ['what runs after the function has returned', AFTERWARDS, {}, 'promises'],
    ])('%s', async ([, source, limits, ending]) => {
      const pool = javascriptPool(1, 20, () => undefined);
      try {
        await pool.warm();
        const start = performance.now();
        expect(await pool.run(job(source), limits)).toMatchObject({ ending, load: { ok: true }, calls: [] });
        // on a busy machine by the clock longer than on the processor
        expect(performance.now() - start).toBeLessThan(10 * JAVASCRIPT_LIMITS.cpuMs);
      } finally {
        await pool.close();
      }
    });

    test('time by the clock: what it stops says nothing of the code, and is no verdict', async () => {
      const pool = javascriptPool(1, 20, () => undefined);
      try {
        await expect(pool.run(job(LOOP), { wallMs: 20 })).rejects.toThrow(TooBusy);
        expect(await pool.run(job(RIGHT.javascript))).toMatchObject({ ending: 'finished' });
      } finally {
        await pool.close();
      }
    });

    test.for(languages)(
      'an endless loop in %s ends when it has computed as long as it may, and says so',
      async (language) => {
        const loop = { javascript: LOOP, python: 'def double(x):\n  while True: pass' }[language];
        const seconds = { javascript: 2, python: 4 }[language];
        await run(language, RIGHT[language]);
        const verdict = await run(language, loop);
        expect(verdict).toMatchObject({
          result: 'timeout',
          feedback: [{ code: 'feedback.cpuTime', params: { seconds } }],
        });
        expect(wordsOf(verdict.feedback)).toContain(`computing for ${seconds} seconds`);
      },
    );

    test('endless promises have words of their own, and earn nothing', async () => {
      const verdict = await run('javascript', AFTERWARDS);
      expect(verdict).toMatchObject({ result: 'timeout', points: 0, feedback: [{ code: 'feedback.endlessPromises' }] });
      expect(wordsOf(verdict.feedback)).toContain('promises it left behind');
    });

    test('promises that end harm nobody', async () => {
      const code =
        'function double(x) { let p = Promise.resolve(); for (let i = 0; i < 1e4; i++) p = p.then(() => i); return 2 * x; }';
      expect(await run('javascript', code)).toMatchObject({ result: 'pass' });
    });
  });

  test('a process that grows beyond its resident size is killed for it, and the next submission has another', async () => {
    const pool = javascriptPool(1, 21, () => undefined);
    const job = (source: string): Job => ({ source, entry: 'double', seed: 1, calls: [[{ type: 'value', value: 3 }]] });
    try {
      await pool.warm();
      // any process is larger than that: it is the watch that ends the loop, not its time
      expect(await pool.run(job(LOOP), { residentMb: 8 })).toMatchObject({ ending: 'memory', calls: [] });
      expect(await pool.run(job(LOOP), { residentMb: 4_000, cpuMs: 200 })).toMatchObject({ ending: 'cpu' });
      expect(await pool.run(job(RIGHT.javascript), {})).toMatchObject({ ending: 'finished', load: { ok: true } });
    } finally {
      await pool.close();
    }
  });

  test('an interpreter of Python waits for the next submission, and another one boots while nobody waits', async () => {
    const { image } = await ensurePythonRuntime({ log: () => undefined });
    const pool = pythonPool({ image, slots: 1, for: { submissions: 1 }, log: () => undefined });
    const job: Job = { source: RIGHT.python, entry: 'double', seed: 1, calls: [[{ type: 'value', value: 3 }]] };
    try {
      await pool.warm();
      // what is computed, not how long it takes: on a busy machine the two have little to do with each other
      let [running, booting] = [Number.POSITIVE_INFINITY, 0];
      // where this process is left without a processor, the next one has booted before it looks: it looks again
      for (let turn = 0; turn < TURNS && !(2 * running < booting); turn++) {
        await quiet();
        const start = computed();
        expect(await pool.run(job)).toMatchObject({ ending: 'finished', calls: [{ ok: true }] });
        const done = computed();
        await quiet();
        running = Math.min(running, done - start);
        booting = Math.max(booting, computed() - done);
      }
      expect(2 * running).toBeLessThan(booting);
    } finally {
      await pool.close();
    }
  });

  test('the memory of Python ends in its own MemoryError, long before the process is killed', async () => {
    const code = 'def double(x):\n  a = []\n  while True: a.append(bytearray(10**7))';
    const verdict = await run('python', code);
    expect(verdict).toMatchObject({ result: 'memory', feedback: [] });
    expect(verdict.tests[0]?.error).toMatchObject({ type: 'MemoryError', line: 3 });
  });
}
