/** Wrong answers whose words must say what is missing, what was passed, what was thrown, and which result is right. */
import { array, DOUBLE, IN_JAVASCRIPT, javascript, np, python, type Task, value } from './student-tasks.ts';

export const TOLD: Record<string, [task: Task, code: string, words: RegExp]> = {
  alert: [
    IN_JAVASCRIPT,
    'const f = (x) => alert(x);',
    /alert is not defined \(line 1\) There is no `alert` here: .*console\.log/,
  ],
  prompt: [IN_JAVASCRIPT, 'const f = (x) => +prompt("x?");', /There is no `prompt` here: there is nobody to answer/],
  require: [
    IN_JAVASCRIPT,
    'const fs = require("fs");\nconst f = (x) => x;',
    /There is no `require` here: .*plain JavaScript/,
  ],
  process: [IN_JAVASCRIPT, 'const f = (x) => process.argv[2];', /There is no `process` here/],
  document: [IN_JAVASCRIPT, 'const f = (x) => document.title;', /There is no `document` here: .*without a web page/],
  window: [IN_JAVASCRIPT, 'const f = (x) => window.x;', /There is no `window` here/],
  fetch: [IN_JAVASCRIPT, 'const f = (x) => fetch("a");', /There is no `fetch` here: nothing can be loaded/],
  import: [IN_JAVASCRIPT, 'import fs from "fs";\nconst f = (x) => x;', /There is no `import` here/],
  'a thrown text': [
    IN_JAVASCRIPT,
    'function f(x) {\n  throw "no idea";\n}',
    /^Your code threw "no idea" \(line 2\)\. .*`throw new Error\(…\)`/,
  ],
  'a thrown null': [IN_JAVASCRIPT, 'function f(x) {\n  throw null;\n}', /^Your code threw null \(line 2\)/],
  'a thrown object': [IN_JAVASCRIPT, 'function f(x) {\n  throw {};\n}', /^Your code threw \{\} \(line 2\)/],
  'a thrown object with values': [
    IN_JAVASCRIPT,
    'const f = (x) => { throw { why: x, how: "so" }; };',
    /^Your code threw \{ why: \[ 1, 2 \], how: "so" \} \(line 1\)/,
  ],
  'a thrown text while loading': [
    IN_JAVASCRIPT,
    'const f = (x) => x;\nthrow "oops";',
    /^Your code threw "oops" \(line 2\)/,
  ],
  'a thrown object while loading': [
    IN_JAVASCRIPT,
    'const f = (x) => x;\nthrow {};',
    /^Your code threw an object \(line 2\)/,
  ],
  'a thrown null while loading': [
    IN_JAVASCRIPT,
    'const f = (x) => x;\nthrow null;',
    /^Your code threw null \(line 2\)/,
  ],
  'a rejected text': [IN_JAVASCRIPT, 'async function f(x) {\n  throw "late";\n}', /^Your code threw "late" \(line 2\)/],
  'a missing file': [
    DOUBLE,
    'def f(x): return open("data.txt").read()',
    /FileNotFoundError: No such file or directory: 'data\.txt' \(line 1\) There are no files here/,
  ],
  'too few parameters': [
    DOUBLE,
    'def f(): return 6',
    /^TypeError: .* The test calls your function with 1 value, and it takes 0\./,
  ],
  'too many parameters': [
    DOUBLE,
    'def f(x, y): return 2 * x',
    /^TypeError: .* with 1 value, and it takes 2: nothing is left for `y`/,
  ],
  'a misspelt name': [
    { ...python('def gradient(x): return 2 * x', value(3)), entry: 'gradient' },
    'def gradiant(x): return 2 * x',
    /did you mean `gradient`/,
  ],
  'a misspelt name in JavaScript': [
    { ...javascript('const gradient = (x) => 2 * x', value(3)), entry: 'gradient' },
    'const gradeint = (x) => 2 * x',
    /there is `gradeint`: did you mean `gradient`/,
  ],
  'one of three results wrong': [
    python(`${np}def f(x): return x * 2, x.sum(), x + 1`, array([1.5, 2])),
    `${np}def f(x): return x * 2, x.sum() + 0.3, x + 1`,
    /^Returned value 2: .* Of the returned values, 1, 3 are right, and 2 is not/,
  ],
  'the gradient for the new point': [
    python('def f(x, y, lr): return x - lr * 2 * x, y - lr * 6 * y', value(1.5), value(2), value(0.1)),
    'def f(x, y, lr): return 2 * x, 6 * y',
    /this is the gradient itself, and not the new point/,
  ],
  'a forgotten learning rate': [
    python('def f(x, y, lr): return x - lr * 2 * x, y - lr * 6 * y', value(1.5), value(2), value(0.1)),
    'def f(x, y, lr): return x - 2 * x, y - 6 * y',
    /the learning rate was forgotten/,
  ],
  'a dict, which is shown': [
    python('def f(x): return str(x)', value(3)),
    'def f(x): return {"a": 1, 2: (x, None, {1.5}), "s": frozenset(), "c": 1 + 2j}',
    /^A value of type str is expected, and a value of type dict was returned: \{'a': 1, 2: \(3, None, \{1\.5\}\), 's': frozenset\(\), 'c': \(1\+2j\)\}/,
  ],
  'an object, which is shown': [
    IN_JAVASCRIPT,
    'const f = (x) => ({ a: 1, "b c": [x[0], null], m: new Map([["k", true]]), s: new Set([2]), get g() { throw 1; } });',
    /was returned: \{ a: 1, "b c": \[1, null\], m: Map \{ "k" => true \}, s: Set \{ 2 \}, g: undefined \}/,
  ],
  'an object that pretends to be a map': [
    IN_JAVASCRIPT,
    'const f = (x) => Object.setPrototypeOf({}, Map.prototype);',
    /a value of type Map was returned\./,
  ],
  'undefined among nulls': [
    javascript('const f = (x) => [null, x[0]]', value([1, 2])),
    'const f = (x) => [x[7], x[0]];',
    /^At \[0\]: undefined was returned, and null is expected\.$/,
  ],
  'a column for a row in JavaScript': [
    IN_JAVASCRIPT,
    'const f = (x) => x.map((a) => [2 * a]);',
    /^An array of arrays \(2×1\) was returned, and an array of 2 is expected\..*`x\.flat\(\)`/,
  ],
  'a place in a matrix of JavaScript': [
    javascript('const f = (x) => [[1, 2], [3, 4]]', value(1)),
    'const f = (x) => [[1, 2], [9, 5]];',
    /^At \[1\]\[0\]: 9 was returned, and 3 is expected/,
  ],
  'a changed input in JavaScript': [
    { ...IN_JAVASCRIPT, more: { mayChangeInputs: false } },
    'const f = (x) => { const y = x.map((a) => 2 * a); x[0] = 7; return y; };',
    /Work on a copy: `\[\.\.\.x\]`/,
  ],
  'short floats in JavaScript': [
    javascript('const f = (x) => [1 / 3, 2 / 3]', value(1)),
    'const f = (x) => Float32Array.of(1 / 3 + 1e-5, 2 / 3 + 2e-5);',
    /^(?!.*NumPy)/,
  ],
  'a decimal comma in JavaScript': [
    javascript('const f = (x) => 2.5 * x', value(3)),
    'const f = (x) => {\n  return 2,5 * x;\n};',
    /^15 was returned, and 7\.5 is expected\..* Is `2,5` in line 2 one number\?/,
  ],
  'a decimal comma in Python': [
    python('def f(x): return 2.5 * x', value(3)),
    'def f(x):\n    return x - 0,5*x',
    /Is `0,5` in line 2 one number\? .*`0\.5`/,
  ],
  'a return on a line of its own': [
    IN_JAVASCRIPT,
    'function f(x) {\n  return\n    x.map((a) => 2 * a);\n}',
    /^Your function returned undefined: the `return` in line 2 stands alone/,
  ],
  'a module that is spelt otherwise': [
    DOUBLE,
    'import maths\ndef f(x): return 2 * x',
    /There is no module `maths`: did you mean `math`\?/,
  ],
};
