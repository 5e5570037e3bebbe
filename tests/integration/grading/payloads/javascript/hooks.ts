/** Results with hooks: whoever looks at a result calls the submission back, and hands over or stands behind the call. */
import { attacks } from '../payload.ts';

const CALLER = 'try { take(arguments.callee.caller); } catch {}';
const gives = (object: string): string => `function double() { return ${object}; }`;
/** A proxy with one trap. */
const trap = (name: string, answer: string, target = '{}'): string =>
  gives(`new Proxy(${target}, { ${name}: function () { ${CALLER} return ${answer}; } })`);

export const hooks = attacks(
  { language: 'javascript', class: 'Proxy and Symbol hooks in results', kind: 'marker', control: 'context' },
  {
    'a proxy with a get trap': trap('get', 'undefined'),
    'a proxy with a has trap': trap('has', 'true'),
    'a proxy with an ownKeys trap': trap('ownKeys', '[]'),
    'a proxy with a getOwnPropertyDescriptor trap': trap('getOwnPropertyDescriptor', 'undefined', '{ value: 6 }'),
    'a proxy with a getPrototypeOf trap': trap('getPrototypeOf', 'null'),
    'a proxy of a list': trap('get', '0', '[]'),
    'a getter of an own property': gives(
      `Object.defineProperty({}, 'value', { get: function () { ${CALLER} return 6; } })`,
    ),
    'a getter in a list': gives(`Object.defineProperty([0], 0, { get: function () { ${CALLER} return 6; } })`),
    'a getter of length': gives(`Object.defineProperty({}, 'length', { get: function () { ${CALLER} return 1; } })`),
    'a getter of constructor': gives(
      `Object.defineProperty({}, 'constructor', { get: function () { ${CALLER} return Object; } })`,
    ),
    'a getter on the prototype': `Object.defineProperty(Object.prototype, 'value', { get: function () { ${CALLER} return 6; } });\n${gives('{}')}`,
    valueOf: gives(`{ valueOf: function () { ${CALLER} return 0; } }`),
    toString: gives(`{ toString: function () { ${CALLER} return ''; } }`),
    'Symbol.toPrimitive': gives(`{ [Symbol.toPrimitive]: function () { ${CALLER} return 0; } }`),
    'Symbol.iterator': gives(`{ [Symbol.iterator]: function () { ${CALLER} return [][Symbol.iterator](); } }`),
    'the next of an iterator': gives(
      `{ [Symbol.iterator]() { return { next: function () { ${CALLER} return { done: true }; } }; } }`,
    ),
    'Symbol.hasInstance': gives(`{ constructor: { [Symbol.hasInstance]: function () { ${CALLER} return true; } } }`),
    'a thenable, by a getter': gives(
      `Object.defineProperty({}, 'then', { get: function () { ${CALLER} return undefined; } })`,
    ),
  },
);

/** The host hands one of its own functions or objects over by calling. */
export const callbacks = attacks(
  { language: 'javascript', class: 'callbacks of the host in results', kind: 'marker', control: 'context' },
  {
    'a proxy with an apply trap': gives(
      'new Proxy(() => 0, { apply(target, self, given) { try { take(given[0]); } catch {} return 0; } })',
    ),
    'a thenable': gives('{ then(resolve) { try { take(resolve); } catch {} } }'),
    'a poisoned Object.prototype.then': `Object.prototype.then = function (resolve) { delete Object.prototype.then; try { take(resolve); } catch {} };\n${gives('{}')}`,
    'a poisoned Promise.prototype.then': `Promise.prototype.then = function (resolve) { try { take(resolve); } catch {} };\n${gives('Promise.resolve(0)')}`,
    'an inspect function of its own': gives(
      "{ [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) { try { take(inspect ?? options); } catch {} return ''; } }",
    ),
    'an equals method': gives('{ equals(other) { try { take(other); } catch {} return true; } }'),
    'a map method': gives('{ map(work) { try { take(work); } catch {} return []; } }'),
  },
);
