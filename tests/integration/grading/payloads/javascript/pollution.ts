/** Prototypes that a grader in the same realm relies upon, polluted. */
import { attacks, WRONG } from '../payload.ts';

const codes: Record<string, [control: string, code: string]> = {
  'Object.prototype.passed': ['report', 'Object.prototype.passed = true;'],
  'Object.prototype.passed, by a getter': [
    'report',
    "Object.defineProperty(Object.prototype, 'passed', { get: () => true, configurable: true });",
  ],
  'Object.prototype.skip': ['options', 'Object.prototype.skip = true;'],
  'Object.prototype by __proto__': ['options', '({}).__proto__.skip = true;'],
  'Object.prototype by a merge': [
    'options',
    'const merge = (to, from) => { for (const key of Object.keys(from)) typeof from[key] === \'object\' ? merge(to[key] ??= {}, from[key]) : (to[key] = from[key]); };\nmerge({}, JSON.parse(\'{"__proto__":{"skip":true}}\'));',
  ],
  'Object.prototype.tolerance': ['tolerance', 'Object.prototype.tolerance = Infinity;'],
  'Object.prototype.toJSON': ['told', 'Object.prototype.toJSON = () => ({ passed: true });'],
  'BigInt.prototype.toJSON': ['text', 'BigInt.prototype.toJSON = () => 6;\nfunction double() { return 0n; }'],
  'Object.prototype.toString': [
    'typed',
    "Object.prototype.toString = { call: () => '[object Number]' };\nfunction double() { return { valueOf: () => 6 }; }",
  ],
  'Array.prototype.every': ['every', 'Array.prototype.every = () => true;'],
  'Array.prototype.some': ['some', 'Array.prototype.some = () => false;'],
  'Array.prototype.filter': ['filter', 'Array.prototype.filter = () => [];'],
  'Array.prototype.map': ['map', 'Array.prototype.map = () => [];'],
  'Array.prototype.includes': ['map', 'Array.prototype.includes = () => false;'],
  'Array.prototype.reduce': ['reduce', 'Array.prototype.reduce = () => 1;'],
  'Array.prototype.forEach': ['forEach', 'Array.prototype.forEach = () => undefined;'],
  'Array.prototype.push': ['push', 'Array.prototype.push = () => 0;'],
  'Array.prototype.join': ['join', "Array.prototype.join = () => '6,8';"],
  'Array.prototype.sort': ['sort', 'Array.prototype.sort = () => [6, 8];'],
  'Array.prototype.indexOf': ['array', 'Array.prototype.indexOf = () => 0;'],
  'Array.prototype, by a setter of an index': [
    'push',
    "Object.defineProperty(Array.prototype, '0', { set() {}, get: () => 6, configurable: true });\nArray.prototype.push = function () { return 0; };",
  ],
  'the iterator of lists': ['for of', 'Array.prototype[Symbol.iterator] = function* () {};'],
  'the next of the iterator of lists': [
    'for of',
    'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true, value: undefined });',
  ],
  'Map.prototype.get': ['map of results', 'Map.prototype.get = () => true;'],
  'Map.prototype.set': [
    'map of results',
    'const { set } = Map.prototype; Map.prototype.set = function (name) { return set.call(this, name, true); };',
  ],
  'Set.prototype.add': ['set of failures', 'Set.prototype.add = function () { return this; };'],
  'Set.prototype.size': [
    'set of failures',
    "Object.defineProperty(Set.prototype, 'size', { get: () => 0 });\nSet.prototype.has = () => false;",
  ],
  'WeakMap.prototype.get': ['weak map of results', 'WeakMap.prototype.get = () => true;'],
  'Function.prototype.call': ['called', 'Function.prototype.call = () => 6;'],
  'Function.prototype.call, for assertions': ['asserted', 'Function.prototype.call = () => undefined;'],
  'Promise.prototype.then': [
    'a chain of promises',
    'const { then } = Promise.prototype; Promise.prototype.then = function (work) { return then.call(this, (got) => work(got === 0 ? 6 : got)); };',
  ],
  'Promise.all': ['all promises', 'Promise.all = () => Promise.resolve([6]);'],
  'Promise.race': ['race', 'Promise.race = () => Promise.resolve(6);'],
  'RegExp.prototype.test': ['matched', 'RegExp.prototype.test = () => true;'],
  'RegExp.prototype.exec': ['matched', "RegExp.prototype.exec = () => ['6'];"],
  'RegExp.prototype[Symbol.replace]': ['replaced', "RegExp.prototype[Symbol.replace] = () => '6';"],
  'String.prototype.replace': ['replaced', "String.prototype.replace = () => '6';"],
  'String.prototype.split': ['split', "String.prototype.split = () => ['6', '8'];"],
  'String.prototype.trim': ['string', "String.prototype.trim = () => '6';"],
  'Number.prototype.toFixed': ['fixed', "Number.prototype.toFixed = () => '6.000';"],
  'Number.prototype[Symbol.toPrimitive]': [
    'close',
    'Number.prototype[Symbol.toPrimitive] = () => 6;\nfunction double() { return Object(0); }',
  ],
};

export const pollution = attacks(
  { language: 'javascript', class: 'prototype pollution', kind: 'forge', control: '' },
  Object.fromEntries(
    Object.entries(codes).map(([name, [control, code]]) => [
      name,
      [control, code.includes('function double') ? code : `${code}\n${WRONG.javascript}`],
    ]),
  ),
);
