/** Attacks on hidden tests: each tells a bit of the hidden input by another channel. What a student is told must not show it. */
import { describe, expect, test } from 'vitest';
import { studentVerdict } from '../../../domain/results/student-verdict.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { doubleIn } from './questions.ts';
import { grader, type Language, SOON } from './shared.ts';

/** `BIT` is what the attacker wants to know of the hidden input; the visible one (3) is answered rightly. */
const ATTACKS: Record<Language, Record<string, string>> = {
  javascript: {
    'the name of an error': 'throw Object.assign(new Error("x"), { name: BIT ? "RangeError" : "SyntaxError" })',
    'the class of an error': 'throw BIT ? new TypeError("a") : new RangeError("b")',
    'its line': 'if (BIT) throw new Error("a");\n  throw new Error("a")',
    'an error or a wrong value': 'if (BIT) throw new Error("a"); return 7',
    'what is thrown': 'throw BIT ? "text" : null',
    'a missing name': 'return BIT ? require("x") : prompt("y")',
    'the type of a value': 'return BIT ? "6" : [6]',
    'a known slip': 'return BIT ? -2 * x : 4 * x',
    'nothing, or a promise': 'return BIT ? undefined : Promise.resolve(1)',
    'a changed input': 'return BIT ? 2 * x + 1 : 2 * x + 2',
    'what is printed': 'console.log(BIT ? "y".repeat(20000) : "n"); return BIT ? undefined : 1',
    'the end of time': 'if (BIT) for (;;); return 1',
    'the end of memory': 'if (BIT) { const a = []; for (;;) a.push(new Array(1000).fill("x")); } return 1',
    'endless recursion': 'const f = () => f() + 1; return BIT ? f() : 1',
    'promises left behind': 'if (BIT) (async () => { for (;;) await 0; })(); return 1',
  },
  python: {
    'the name of an error': 'raise type("KeyError" if BIT else "ValueError", (Exception,), {})()',
    'the end of the interpreter': 'if BIT: raise SystemExit(x)\n    return 1',
    'a missing package': 'if BIT: import pandas\n    return 1',
    'the end of time': 'while BIT: pass\n    return 1',
    'the end of memory': 'return bytearray(10**9) if BIT else 1',
  },
};
/** Two hidden inputs that differ in the bit. */
const INPUTS = [4, 5];

const codeOf: Record<Language, (attack: string) => string> = {
  javascript: (attack) => `function double(x) {\n  if (x === 3) return 6;\n  const BIT = x % 2 === 1;\n  ${attack};\n}`,
  python: (attack) => `def double(x):\n    if x == 3: return 6\n    BIT = x % 2 == 1\n    ${attack}\n`,
};

function questionAt(language: Language, hidden: number) {
  const question = doubleIn(language);
  const tests = question.key.tests.map((one) =>
    one.visible ? one : { ...one, draws: 1, arguments: [{ type: 'value' as const, value: hidden }] },
  );
  return { ...question, key: { ...question.key, tests } };
}

export function hiddenChannels(): void {
  describe.for(Object.entries(ATTACKS) as [Language, Record<string, string>][])(
    'hidden inputs in %s are not told by',
    ([language, attacks]) => {
      test.for(Object.entries(attacks))('%s', async ([, attack]) => {
        const told = await Promise.all(
          INPUTS.map(async (hidden): Promise<Verdict> => {
            const answer = { kind: 'function' as const, code: codeOf[language](attack) };
            return studentVerdict(
              await grader.grade(questionAt(language, hidden), answer, {
                seed: 's',
                mode: 'submit',
                limits: SOON[language],
              }),
            );
          }),
        );
        expect(told[0]).toEqual(told[1]);
        expect(told[0]).toMatchObject({ outcome: 'graded', result: 'partial', points: 1 });
      });
    },
  );
}
