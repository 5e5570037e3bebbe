import { expect, test } from 'vitest';
import { keptNames } from './kept-state.ts';

const KEPT: Record<'python' | 'javascript', [name: string, source: string][]> = {
  python: [
    ['r', 'r = 1\ndef fac(n):\n    global r\n    for i in range(n): r *= i\n    return r'],
    ['total', 'total = 0\ndef f(x):\n    global total, other\n    total = total + x\n    return total'],
    ['acc', 'acc=[]\ndef add(x):\n    acc.append(x)\n    return acc'],
    ['seen', 'seen: set[int] = set()\ndef f(x):\n    seen.add(x)\n    return len(seen)'],
    ['counts', 'counts = {}\ndef f(x):\n    counts[x] = counts.get(x, 0) + 1\n    return counts[x]'],
    ['grid', 'import numpy as np\ngrid = np.zeros((2, 2))\ndef f(x):\n    grid[0][1] += x\n    return grid'],
    ['numbers', 'numbers = iter([1, 2, 3])\ndef f(x):\n    return x * next(numbers)'],
    ['squares', 'squares = (k * k for k in range(9))\ndef f(x):\n    return sum(squares)'],
    ['f.calls', 'def f(x):\n    f.calls += 1\n    return x * f.calls\nf.calls = 0'],
    ['memo', 'memo = []\ndef f(x): memo.append(x); return len(memo)'],
    [
      'count',
      'def make():\n    count = 0\n    def f(x):\n        nonlocal count\n        count += x\n        return count\n    return f\nf = make()',
    ],
  ],
  javascript: [
    ['sum', 'let sum = 0;\nfunction f(x) { sum += x; return sum; }'],
    ['calls', 'let calls = 0;\nconst f = (x) => x * ++calls;'],
    ['acc', 'const acc = [];\nfunction f(x) { acc.push(x); return acc; }'],
    ['last', 'var last = null, other = 3;\nfunction f(x) { last = last ?? x; return last; }'],
    ['cache', 'const cache = {};\nfunction f(x) { cache[x] = (cache[x] || 0) + 1; return cache[x]; }'],
    ['seen', 'const seen = new Set();\nfunction f(x) { seen.add(x); return seen.size; }'],
    ['digits', 'const digits = /[0-9]+/g;\nfunction f(x) { return digits.test(x); }'],
    ['f.count', 'function f(x) { f.count = (f.count || 0) + x; return f.count; }'],
  ],
};

const NOT: Record<'python' | 'javascript', string[]> = {
  python: [
    'def f(x):\n    acc = []\n    acc.append(x)\n    return acc',
    'acc = []\ndef f(x):\n    acc = [0]\n    acc.append(x)\n    return acc',
    'acc = []\ndef f(acc):\n    acc.append(1)\n    return acc',
    'rate = 0.1\ndef f(x):\n    return x - rate * x',
    'def f(x, acc=None):\n    acc = acc or []\n    acc.append(x)\n    return acc',
    'def f(x, factors=[1, 2]):\n    return [x * k for k in factors]',
    '# acc = []\ndef f(x):\n    "acc.append(x)"\n    return x',
    'table = {1: 2}\ndef f(x):\n    return table[x] == 2',
    'numbers = [1, 2]\ndef f(x):\n    numbers2 = []\n    numbers2.append(x)\n    return numbers',
  ],
  javascript: [
    'function f(x) { let sum = 0; sum += x; return sum; }',
    'const rate = 0.1;\nconst f = (x) => x - rate * x;',
    'let sum = 0;\nfunction f(x) {\n  let sum = 0;\n  sum += x;\n  return sum;\n}',
    'const points = [1, 2];\nconst f = (x) => points.map((p) => p === x);',
    'const digits = /[0-9]+/;\nfunction f(x) { return digits.test(x); }',
  ],
};

for (const language of ['python', 'javascript'] as const) {
  test.each(KEPT[language])(`in ${language} %s is seen to keep something`, (name, source) => {
    expect(keptNames(source, language)).toEqual({ names: [name], how: 'outside' });
  });
  test.each(NOT[language])(`in ${language} nothing is kept by %j`, (source) => {
    expect(keptNames(source, language).names).toEqual([]);
  });
}

test('a default value that is changed is told as one', () => {
  for (const source of [
    'def add(x, acc=[]):\n    acc.append(x)\n    return acc',
    'def add(x, acc: list[int] = list()) -> list[int]:\n    acc += [x]\n    return acc',
    'def add(x, *, acc={}):\n    acc[x] = 1\n    return len(acc)',
  ])
    expect(keptNames(source, 'python')).toEqual({ names: ['acc'], how: 'default' });
});

test('what is hostile takes no long time', () => {
  const started = performance.now();
  const shapes = ['a[', 'def f(', 'a = ', '\na=[]', '\nlet a', 'function ', '({', 'x=>', "'", '\n a.b', ' global a,'];
  for (const shape of shapes)
    for (const language of ['python', 'javascript'] as const) keptNames(shape.repeat(9_999 / shape.length), language);
  expect(performance.now() - started).toBeLessThan(10_000);
});
