/** Looking for what a submission must not know: expected values, files, the environment, where things lie on the host. */
import { attacks, WRONG } from '../payload.ts';

const says = (body: string): string =>
  `function double(x, f, xs) {\n  try {\n    ${body}\n  } catch (error) { return String(error && error.message); }\n  return 0;\n}`;
const outside = "const process = f.constructor('return process')();";

export const hostSecrets = attacks(
  { language: 'javascript', class: 'information of the host', kind: 'read', control: 'context' },
  {
    'the environment, by a foreign constructor': says(`${outside} return JSON.stringify(process.env);`),
    'the environment, printed': says(`${outside} console.log(process.env.NABLA_SECRET);`),
    'the environment, in an error': says(`${outside} throw new Error(process.env.NABLA_SECRET);`),
    'the environment, in the name of an error': `function double(x, f) { const error = new Error('x'); try { ${outside} error.name = error.message = process.env.NABLA_SECRET; } catch {} throw error; }`,
    'a file': says(`${outside} return process.getBuiltinModule('fs').readFileSync(SECRET_FILE, 'utf8');`),
    'the working folder': says(`${outside} return process.cwd();`),
    'the arguments of the process': says(`${outside} return process.argv.join();`),
    'the stack of an error of the host': says('try { f(null); } catch (error) { return error.stack; }'),
    'the stack of an error in a callback of the host': says("return new Error('x').stack;"),
    'the names of files in call sites': says(
      "Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName()).join(); return new Error('x').stack;",
    ),
    'the environment of a shared context': ['shared', says('return process.env.NABLA_SECRET;')],
    'a file by require': ['shared', says("return require('fs').readFileSync(SECRET_FILE, 'utf8');")],
    'the report of the process': [
      'shared',
      says('return JSON.stringify(process.report.getReport().environmentVariables);'),
    ],
    'where modules come from': ['shared', says('return module.paths.join() + require.resolve.paths("x").join();')],
    'the addresses of the caches': ['shared', says('return Object.keys(require.cache).join() + __filename;')],
  },
);

export const expectedValues = attacks(
  { language: 'javascript', class: 'expected values in reach', kind: 'forge', control: 'every' },
  {
    'taken from the tests, by every': `let known; const { every } = Array.prototype;\nArray.prototype.every = function (...given) { known = this[0]; return every.apply(this, given); };\nfunction double() { return known?.expected ?? 0; }`,
    'taken from the tests, by forEach': [
      'forEach',
      `let known; const { forEach } = Array.prototype;\nArray.prototype.forEach = function (...given) { known = this[0]; return forEach.apply(this, given); };\nfunction double() { return known?.expected ?? 0; }`,
    ],
    'taken from the tests, by their iterator': [
      'for of',
      `let known; const iterate = Array.prototype[Symbol.iterator];\nArray.prototype[Symbol.iterator] = function () { known = this[0]; return iterate.call(this); };\nfunction double() { return known?.expected ?? 0; }`,
    ],
    'taken from what is read': [
      'parsed',
      `let known; const { parse } = JSON;\nJSON.parse = (text) => { const read = parse(text); known = read.tests?.[0]; return read; };\nfunction double() { return known?.expected ?? 0; }`,
    ],
    'taken from the function that calls': [
      'filter',
      `function double() { const source = String(double.caller); const found = /expected: (\\d+)/.exec(source); return found ? Number(found[1]) : 0; }\nArray.prototype.filter = function (work) { const one = this[0]; let got = 0; work({ get input() { return 3; }, get expected() { got = 1; return one.expected; } }); return got ? [] : [0]; };`,
    ],
    'the test itself changed, by map': [
      'map',
      `const { map } = Array.prototype;\nArray.prototype.map = function (work) { for (const one of this) if (typeof one === 'object') one.expected = 0; return map.call(this, work); };\n${WRONG.javascript}`,
    ],
    'the test itself changed, by reduce': [
      'reduce',
      `const { reduce } = Array.prototype;\nArray.prototype.reduce = function (...given) { for (const one of this) one.expected = 0; return reduce.apply(this, given); };\n${WRONG.javascript}`,
    ],
    'the test itself changed, by some': [
      'some',
      `const { some } = Array.prototype;\nArray.prototype.some = function (work) { return some.call(this, (one) => work({ ...one, expected: 0 })); };\n${WRONG.javascript}`,
    ],
  },
);
