/** Resource bombs in JavaScript: code, and the results that are right for it (which limit is met first depends on the machine). */
import type { Bombs } from './bomb.ts';

const inside = (body: string): string => `function double(x) { ${body} }`;

export const javascriptBombs: Bombs = {
  // ---- time
  'an endless loop': [inside('for (;;);'), ['timeout']],
  'an endless loop while loading': ['for (;;);', ['timeout']],
  'an endless loop that catches everything': [
    inside('for (;;) { try { for (;;); } catch {} finally { continue; } }'),
    ['timeout'],
  ],
  'an endless generator': [
    inside('function* all() { for (;;) yield x; } let sum = 0; for (const one of all()) sum += one; return sum;'),
    ['timeout'],
  ],
  'a slow regular expression': [inside('return /^(a|a)*$/.test("a".repeat(40) + "b");'), ['timeout']],
  'a slow search in a long text': [
    inside('const text = "a".repeat(1e6); for (;;) text.indexOf("a".repeat(1e5) + "b");'),
    ['timeout', 'memory'],
  ],
  'a comparison that never settles': [
    inside('const list = Array.from({ length: 1e6 }, (_, i) => i); for (;;) list.sort(() => { x = -x; return x; });'),
    ['timeout', 'memory'],
  ],
  'a power that is far too large': [inside('return 2n ** (2n ** 29n);'), ['timeout', 'memory', 'error', 'fail']],
  'integers that grow for ever': [inside('let a = 3n; for (;;) a = a * a * a;'), ['timeout', 'memory', 'error']],
  'digits of a very large integer': [inside('return String(7n ** 4000000n).length;'), ['timeout', 'memory', 'fail']],
  'a getter that never ends': [inside('const bait = { get value() { for (;;); } }; return bait.value;'), ['timeout']],
  'printing what never ends': [
    inside('console.log(new Proxy({}, { ownKeys() { for (;;); } })); return 0;'),
    ['timeout'],
  ],
  'a thrown error that never ends': [
    inside('throw Object.defineProperty(new Error("x"), "stack", { get() { for (;;); } });'),
    ['timeout'],
  ],
  'a name that never ends': [inside('throw new Proxy(new Error("x"), { get() { for (;;); } });'), ['timeout']],
  'a prototype that never ends': [inside('throw new Proxy({}, { getPrototypeOf() { for (;;); } });'), ['timeout']],
  // what is no error is shown as console.log shows it: no getter is called
  'a thrown object that would never end': [inside('throw { get stack() { for (;;); } };'), ['error']],
  'a list as long as lists can be': [inside('return new Array(2 ** 32 - 1).indexOf(1, 0);'), ['timeout', 'fail']],
  'a list without an end': [inside('return Array.from({ length: Infinity });'), ['timeout', 'memory', 'error']],
  // ---- promises
  'an endless chain of promises': [inside('(async () => { for (;;) await 0; })(); return 2 * x;'), ['timeout']],
  'an endless chain of jobs': [
    inside('const again = () => Promise.resolve().then(again); again(); return 2 * x;'),
    ['timeout', 'memory'],
  ],
  'an endless chain while loading': [
    '(async () => { for (;;) await 0; })();\nfunction double(x) { return 2 * x; }',
    ['timeout'],
  ],
  'jobs that double': [
    inside('const two = () => { Promise.resolve().then(two); Promise.resolve().then(two); }; two(); return 2 * x;'),
    ['timeout', 'memory'],
  ],
  'an endless loop in a job': [inside('Promise.resolve().then(() => { for (;;); }); return 2 * x;'), ['timeout']],
  'an endless async iterator': [
    inside('(async () => { for await (const one of (async function* () { for (;;) yield 1; })()); })(); return 2 * x;'),
    ['timeout'],
  ],
  'a thenable that adopts itself': [
    inside('const self = { then(done) { done(self); } }; Promise.resolve(self); return 2 * x;'),
    ['timeout'],
  ],
  'promises that are never kept': [
    inside('const kept = []; for (;;) kept.push(new Promise(() => 0).then(() => x));'),
    ['memory', 'timeout'],
  ],
  'waiting for ever in a module': [
    'export function double(x) { return 0; }\nawait new Promise(() => 0);',
    ['error', 'fail', 'timeout'],
  ],
  'a getter in the place of the function': [
    "Object.defineProperty(globalThis, 'double', { get() { for (;;); } });",
    ['timeout'],
  ],
  // ---- memory
  'a list that grows for ever': [inside('const a = []; for (;;) a.push(new Array(1000).fill("x"));'), ['memory']],
  'an array that fills the memory': [inside('new Array(6e7).fill(1); return 1;'), ['memory', 'timeout', 'fail']],
  'buffers that fill the memory': [
    inside('const a = []; for (;;) a.push(new Uint8Array(1e8).fill(1));'),
    ['memory', 'error'],
  ],
  'a buffer that grows': [
    inside(
      'const a = new ArrayBuffer(1, { maxByteLength: 2 ** 33 - 1 }); for (let size = 1; ; size *= 2) { a.resize(size); new Uint8Array(a).fill(1); }',
    ),
    ['memory', 'error'],
  ],
  'a text that doubles': [inside('let text = "x"; for (;;) text += text;'), ['error', 'memory']],
  'a text that is repeated': [
    inside('const kept = []; for (;;) kept.push("x".repeat(2 ** 28) + kept.length);'),
    ['memory', 'error', 'timeout'],
  ],
  'a text that is joined': [
    inside('return new Array(2 ** 27).join("xyz").length;'),
    ['memory', 'error', 'timeout', 'fail'],
  ],
  'a map that grows for ever': [
    inside('const map = new Map(); for (let i = 0; ; i++) map.set({}, [i]);'),
    ['memory', 'timeout', 'error'],
  ],
  'closures that hold each other': [
    inside(
      'let last = null; for (;;) { const before = last; const data = new Float64Array(100); last = () => [before, data]; }',
    ),
    ['memory', 'error'],
  ],
  'a class for each': [
    inside(
      'const kept = []; for (;;) kept.push(Function("return class { a = 1; b() { return " + kept.length + "; } }")());',
    ),
    ['memory', 'timeout'],
  ],
  'symbols in a registry': [inside('for (let i = 0; ; i++) Symbol.for("x".repeat(1000) + i);'), ['memory', 'timeout']],
  // ---- depth
  'endless recursion': [inside('return double(x);'), ['error']],
  'endless recursion by a getter': [
    inside('const bait = { get value() { return this.value; } }; return bait.value;'),
    ['error'],
  ],
  'endless recursion by toString': [
    inside('const bait = { toString() { return "" + this; } }; return String(bait);'),
    ['error'],
  ],
  'endless recursion of proxies': [
    inside('let bait = {}; for (let i = 0; i < 1e5; i++) bait = new Proxy(bait, {}); return bait.value;'),
    ['error'],
  ],
  'deep brackets for JSON': [
    inside('return JSON.parse("[".repeat(1e6) + "]".repeat(1e6));'),
    ['error', 'fail', 'memory', 'timeout'],
  ],
  'deep brackets in the code': [
    `const deep = ${'('.repeat(20_000)}1${')'.repeat(20_000)};\nfunction double(x) { return 0; }`,
    ['error', 'fail'],
  ],
  'deep brackets for eval': [inside('return eval("(".repeat(1e6));'), ['error']],
  'an error of a stack with no end': [
    inside('Error.stackTraceLimit = Infinity; return (function deep() { return deep(); })();'),
    ['error'],
  ],
  // ---- what comes back
  'a huge result': [inside('return new Array(1e6).fill(1);'), ['fail', 'memory']],
  'a result of a huge length': [inside('const a = []; a.length = 2 ** 32 - 1; return a;'), ['fail']],
  'a deep result': [inside('let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a;'), ['error']],
  'a wide and deep result': [
    inside('let a = [1]; for (let i = 0; i < 14; i++) a = new Array(20).fill(a); return a;'),
    ['fail'],
  ],
  'a list that contains itself': [inside('const a = []; a.push(a, a, a); return a;'), ['error']],
  'a huge text': [inside('return "x".repeat(5e8);'), ['fail', 'memory', 'error']],
  'a huge error': [inside('throw new Error("x".repeat(3e7));'), ['error', 'memory']],
  'a huge name of an error': [
    inside('const error = new Error(); error.name = error.stack = "x".repeat(3e7); throw error;'),
    ['error', 'memory'],
  ],
  'a flood of output': [inside('for (;;) console.log("y".repeat(1000));'), ['timeout']],
  'output of a huge object': [
    inside('console.log(new Array(1e6).fill({ a: [1, 2, 3] })); return 0;'),
    ['fail', 'memory', 'timeout'],
  ],
  'output of a deep object': [
    inside('let a = {}; for (let i = 0; i < 1e6; i++) a = { a }; console.log(a); return 0;'),
    ['fail', 'memory', 'timeout'],
  ],
};
