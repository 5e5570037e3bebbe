/**
 * Naive graders of JavaScript, as often published: they follow the submission in its own realm, hold what is expected, and
 * say themselves whether it was right, to `done`. Each is shown to tell right from wrong where nobody cheats.
 */
export const naiveJavaScript: Record<string, string> = {
  text: 'done(JSON.stringify(double(3)) === JSON.stringify(6));',
  close: 'done(Math.abs(double(3) - 6) <= 1e-6);',
  'not far': 'done(!(Math.abs(double(3) - 6) > 1e-6));',
  loose: 'done(double(3) == 6);',
  string: "done(String(double(3)) === '6' || String(double(3)).trim() === '6');",
  same: 'done(Object.is(double(3), 6));',
  typed: "const got = double(3); done(Object.prototype.toString.call(got) === '[object Number]' && got == 6);",
  instance: 'const got = double(3); done((typeof got === "number" || got instanceof Number) && got == 6);',
  deep: `const alike = (a, b) => a === b || (typeof a === 'object' && typeof b === 'object' && Object.keys(b).every((key) => alike(a[key], b[key])));
    done(alike({ value: double(3) }, { value: 6 }));`,
  'deep, by entries': `const alike = (a, b) => Object.entries(a).length === Object.entries(b).length && Object.entries(b).every(([key, value]) => a[key] === value);
    done(alike({ value: double(3) }, { value: 6 }));`,
  every:
    '{ const tests = [{ input: 3, expected: 6 }]; done(tests.every((one) => double(one.input) === one.expected)); }',
  some: '{ const tests = [{ input: 3, expected: 6 }]; done(!tests.some((one) => double(one.input) !== one.expected)); }',
  filter:
    '{ const tests = [{ input: 3, expected: 6 }]; done(tests.filter((one) => double(one.input) !== one.expected).length === 0); }',
  map: '{ const tests = [{ input: 3, expected: 6 }]; done(!tests.map((one) => double(one.input) === one.expected).includes(false)); }',
  reduce:
    '{ const tests = [{ input: 3, expected: 6 }]; done(tests.reduce((right, one) => right + (double(one.input) === one.expected ? 1 : 0), 0) === 1); }',
  forEach:
    '{ let right = true; [{ input: 3, expected: 6 }].forEach((one) => { if (double(one.input) !== one.expected) right = false; }); done(right); }',
  'for of':
    '{ let right = true; for (const one of [{ input: 3, expected: 6 }]) if (double(one.input) !== one.expected) right = false; done(right); }',
  push: '{ const wrong = []; if (double(3) !== 6) wrong.push(3); done(wrong.length === 0); }',
  join: "{ done([double(3), double(4)].join() === '6,8'); }",
  sort: '{ done([double(3), double(4)].sort()[1] === 8); }',
  parsed:
    '{ const { tests } = JSON.parse(\'{"tests":[{"input":3,"expected":6}]}\'); done(double(tests[0].input) === tests[0].expected); }',
  report: '{ const report = {}; if (double(3) === 6) report.passed = true; done(report.passed === true); }',
  options:
    '{ const test = { input: 3, expected: 6 }; if (test.skip) done(true); else done(double(test.input) === test.expected); }',
  tolerance:
    '{ const test = { input: 3, expected: 6 }; done(Math.abs(double(test.input) - test.expected) <= (test.tolerance ?? 1e-6)); }',
  told: '{ const told = JSON.parse(JSON.stringify({ passed: double(3) === 6 })); done(told.passed === true); }',
  'map of results':
    "{ const results = new Map(); results.set('three', double(3) === 6); done(results.get('three') === true); }",
  'set of failures':
    "{ const failures = new Set(); if (double(3) !== 6) failures.add('three'); done(failures.size === 0 && !failures.has('three')); }",
  'weak map of results':
    '{ const results = new WeakMap(); results.set(double, double(3) === 6); done(results.get(double) === true); }',
  called: '{ done(double.call(null, 3) === 6); }',
  reflected: '{ const equal = (a, b) => a === b; done(Reflect.apply(equal, null, [double(3), 6])); }',
  asserted:
    "{ const assert = (right) => { if (!right) throw new Error('assertion'); }; try { assert.call(null, double(3) === 6); done(true); } catch (error) { done(false); } }",
  'assertion error':
    "{ class AssertionError extends Error {} let right = true; try { if (double(3) !== 6) throw new AssertionError('wrong'); } catch (error) { if (error instanceof AssertionError) right = false; else if (/ReferenceError|TypeError/.test(error.name)) right = false; } done(right); }",
  awaited: '(async () => { done((await double(3)) === 6); })();',
  'all promises': 'Promise.all([double(3)]).then((got) => done(got[0] === 6));',
  'a chain of promises': 'Promise.resolve(3).then(double).then((got) => done(got === 6));',
  race: 'Promise.race([Promise.resolve(double(3))]).then((got) => done(got === 6));',
  matched: 'done(/^6$/.test(double(3)) || /^6(\\.0+)?$/.exec(String(double(3))) !== null);',
  replaced: "done(String(double(3)).replace(/\\.0+$/, '') === '6');",
  split: "done([double(3), double(4)].join().split(',')[0] === '6');",
  integer: 'done(Number.isFinite(double(3)) && Math.max(Math.abs(double(3) - 6), 0) < 1e-6);',
  parseFloat: 'done(parseFloat(double(3)) === 6);',
  Number: 'done(Number(double(3)) === 6);',
  fixed: "done((double(3)).toFixed(3) === '6.000');",
  array: 'done(Array.isArray([double(3)]) && [double(3)].indexOf(6) === 0);',
  'console verdict':
    "console.log('answer', double(3)); console.log(JSON.stringify({ verdict: double(3) === 6 ? 'pass' : 'fail' }));",
  exit: 'exit(double(3) === 6 ? 0 : 1);',
  'shared memory':
    '{ const words = new Int32Array(verdictMemory); if (double(3) === 6) words[0] = 1; else words[0] = 0; }',
  atomics: '{ const words = new Int32Array(verdictMemory); Atomics.store(words, 0, double(3) === 6 ? 1 : 0); }',
};
