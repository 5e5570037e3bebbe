/** Values that are not what they say, for whoever compares them in the same realm; and verdicts said by the submission itself. */
import { attacks, WRONG } from '../payload.ts';

const gives = (value: string): string => `function double() { return ${value}; }`;

export const lies = attacks(
  { language: 'javascript', class: 'values that lie', kind: 'forge', control: 'close' },
  {
    'a valueOf': gives('{ valueOf: () => 6 }'),
    'a toString': ['loose', gives("{ toString: () => '6' }")],
    'Symbol.toPrimitive': ['loose', gives('{ [Symbol.toPrimitive]: () => 6 }')],
    'a date': gives('new Date(6)'),
    'a boxed number': gives('new Number(6)'),
    'a list of one': ['loose', gives('[6]')],
    'a text': ['loose', gives("'6.0'")],
    'a big integer': ['loose', gives('6n')],
    'not a number': ['not far', gives('NaN')],
    'undefined, which is no number': ['not far', gives('undefined')],
    'a toJSON': ['text', gives('{ toJSON: () => 6 }')],
    'toJSON that changes its mind': ['text', gives('{ calls: 0, toJSON() { return this.calls++ ? 0 : 6; } }')],
    'a proxy of a number': gives(
      'new Proxy({}, { get: (_, name) => (name === Symbol.toPrimitive ? () => 6 : undefined) })',
    ),
    'a proxy of a list': ['loose', gives('new Proxy([6], {})')],
    'a getter that gives the right value once': ['loose', gives('{ get [Symbol.toPrimitive]() { return () => 6; } }')],
    'a name of a type': ['typed', gives("{ [Symbol.toStringTag]: 'Number', valueOf: () => 6 }")],
    'a number by prototype': ['instance', gives('Object.setPrototypeOf({ valueOf: () => 6 }, Number.prototype)')],
    'a thenable': ['awaited', gives('{ then(done) { done(6); } }')],
    'a promise': ['awaited', gives('Promise.resolve(6)')],
    'a promise among promises': ['all promises', gives('(async () => 6)()')],
    'a text that is its own match': ['matched', gives("{ toString: () => '6' }")],
    'a method toFixed': ['fixed', gives("{ toFixed: () => '6.000' }")],
  },
);

const PASS = `JSON.stringify({ verdict: 'pass' })`;
export const verdicts = attacks(
  { language: 'javascript', class: 'fake verdicts', kind: 'forge', control: 'console verdict' },
  {
    'a printed pass, and silence': `console.log(${PASS});\nconsole.log = () => undefined;\n${WRONG.javascript}`,
    'a console that corrects the verdict': `const { log } = console;\nconsole.log = (...words) => log(...words.map((word) => String(word).replace('fail', 'pass')));\n${WRONG.javascript}`,
    'a console without a word against us': `const real = console;\nglobalThis.console = { log: () => real.log(${PASS}) };\n${WRONG.javascript}`,
    'an exit with the code of success, while loading': [
      'exit',
      `if (typeof exit === 'function') exit(0);\n${WRONG.javascript}`,
    ],
    'an exit with the code of success, in the function': [
      'exit',
      'function double() { if (typeof exit === "function") exit(0); return 0; }',
    ],
    'an exit that knows one code only': [
      'exit',
      `const leaveWith = typeof exit === 'function' ? exit : () => 0;\nglobalThis.exit = () => leaveWith(0);\n${WRONG.javascript}`,
    ],
    'the callback of the grader': [
      'every',
      `if (typeof done === 'function') { done(true); globalThis.done = () => 0; }\n${WRONG.javascript}`,
    ],
    'the callback of the grader, replaced': [
      'every',
      `const say = typeof done === 'function' ? done : () => 0;\nglobalThis.done = () => say(true);\n${WRONG.javascript}`,
    ],
    'an error that is no assertion': ['assertion error', 'function double() { throw { name: "Skipped" }; }'],
    'a thrown null in the place of an assertion': [
      'assertion error',
      'function double() { throw { get name() { return null; } }; }',
    ],
    'a report handed back as value': [
      'deep',
      'function double() { return { value: 6, ok: true, t: "float", v: 6, passed: true }; }\nObject.keys = () => [];',
    ],
  },
);
