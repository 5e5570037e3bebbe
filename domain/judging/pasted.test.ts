import { expect, test } from 'vitest';
import { wordsOf } from '../../tools/grading/words.ts';
import { pasted } from './pasted.ts';

const PASTED: Record<string, [what: string, line: number, source: string][]> = {
  python: [
    ['fence', 1, '```python\ndef f(x):\n    return x\n```'],
    ['fence', 3, 'def f(x):\n    return x\n~~~'],
    ['prompt', 1, '>>> def f(x):\n...     return x'],
    ['prompt', 2, 'def f(x):\n...     return x'],
    ['notebook', 1, 'In [3]: def f(x): return x'],
    ['notebook', 2, 'def f(x): return x\nOut[3]: 5'],
    ['magic', 1, '%matplotlib inline\ndef f(x): return x'],
    ['magic', 1, '%%time\ndef f(x): return x'],
    ['install', 1, '!pip install numpy\ndef f(x): return x'],
    ['install', 1, 'pip install numpy\ndef f(x): return x'],
    ['install', 1, '%pip install pandas'],
    ['shell', 1, '!ls\ndef f(x): return x'],
    ['shell', 1, '$ python3 f.py'],
    ['tag', 1, '<pre>\ndef f(x): return x\n</pre>'],
    ['numbers', 1, '1 def f(x):\n2     return x'],
    ['javascript', 1, 'function f(x) {\n  return x;\n}'],
    ['javascript', 1, 'const f = (x) => x;'],
    ['javascript', 1, '// double\ndef f(x): return x'],
  ],
  javascript: [
    ['fence', 1, '```js\nfunction f(x) { return x; }\n```'],
    ['prompt', 1, '> function f(x) { return x; }'],
    ['install', 1, 'npm install lodash\nfunction f(x) { return x; }'],
    ['tag', 1, '<script>function f(x) { return x; }</script>'],
    ['numbers', 2, '\n1. function f(x) {\n2. return x; }'],
    ['python', 1, 'def f(x):\n    return x'],
    ['python', 1, 'import math\nfunction f(x) { return x; }'],
    ['types', 1, 'function f(x: number): number { return x; }'],
    ['types', 1, 'const f = (x: number[], y?: string) => x;'],
    ['types', 1, 'interface Point { x: number }'],
    ['types', 1, 'type Point = { x: number };'],
    ['types', 2, 'function f(x) {\n  const y: Array<number> = [x];\n  return y;\n}'],
    ['types', 1, 'const f = (x) => x as number;'],
    ['types', 1, 'function f<T>(x) { return x; }'],
  ],
};

for (const language of ['python', 'javascript'] as const) {
  test.each(PASTED[language] ?? [])(`in ${language}: %s in line %i of %j`, (what, line, source) => {
    const told = pasted(source, language);
    expect(told?.params).toEqual({ what, line });
    expect(wordsOf(told ? [told] : [])).toMatch(new RegExp(`^Line ${line} .*\\.$`));
  });
}

test('code that only has a mistake is taken for code', () => {
  const python = [
    'def f(x)\n    return x',
    'def f(x):\n    return (x',
    'x = 5 %3\nd = {"a": lambda x: x}\nprint("=> {x}")',
    'if x > 1: # {\n  y = [\n  2\n',
  ];
  const javascript = [
    'function f(x) { return x',
    'const a = { b: c, d: e };',
    'const f = (x) => x ? { a: 1 } : 2',
    'switch (x) { case 1: y(); default: z() }',
    'label: for (;;) { }',
  ];
  for (const source of python) expect(pasted(source, 'python')).toBeNull();
  for (const source of javascript) expect(pasted(source, 'javascript')).toBeNull();
});
