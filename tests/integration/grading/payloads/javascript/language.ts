/** The language's own functions, replaced under a grader's feet. */
import { attacks, WRONG } from '../payload.ts';

const replaced: Record<string, [control: string, code: string]> = {
  'JSON.stringify': ['text', "JSON.stringify = () => '6';"],
  'JSON.stringify that tells of a pass': [
    'told',
    'JSON.stringify = () => \'{"ok":true,"passed":true,"value":{"t":"float","v":6},"changed":[],"printed":""}\';',
  ],
  'JSON.parse': ['parsed', 'JSON.parse = () => ({ tests: [{ input: 3, expected: 0 }] });'],
  'JSON.parse with a reviver': [
    'parsed',
    "const { parse } = JSON; JSON.parse = (text) => parse(text, (key, value) => (key === 'expected' ? 0 : value));",
  ],
  JSON: ['told', 'globalThis.JSON = { stringify: () => "", parse: () => ({ passed: true, ok: true }) };'],
  'Math.abs': ['close', 'Math.abs = () => 0;'],
  'Math.max': ['integer', 'Math.max = () => 0;'],
  Math: ['close', 'globalThis.Math = new Proxy(Math, { get: () => () => 0 });'],
  'Object.is': ['same', 'Object.is = () => true;'],
  'Object.keys': ['deep', 'Object.keys = () => [];'],
  'Object.entries': ['deep, by entries', 'Object.entries = () => [];'],
  'Reflect.apply': ['reflected', 'Reflect.apply = () => true;'],
  String: ['string', "globalThis.String = () => '6';"],
  Number: ['Number', 'globalThis.Number = () => 6;'],
  parseFloat: ['parseFloat', 'globalThis.parseFloat = () => 6;'],
  Map: ['map of results', 'globalThis.Map = class { set() {} get() { return true; } };'],
  Set: ['set of failures', 'globalThis.Set = class { size = 0; add() {} has() { return false; } };'],
  Promise: ['all promises', 'globalThis.Promise = { all: () => ({ then: (work) => work([6]) }) };'],
  Error: [
    'asserted',
    'globalThis.Error = function () { done(true); };\nconst kept = typeof done === "function" ? done : () => 0; let first = true;\nglobalThis.done = (passed) => { if (first) { first = false; kept(true); } };',
  ],
  'the number 6, by Symbol.hasInstance': [
    'instance',
    'Object.defineProperty(Number, Symbol.hasInstance, { value: () => true });\nfunction double() { return { valueOf: () => 6 }; }',
  ],
};

export const language = attacks(
  { language: 'javascript', class: 'replaced functions of the language', kind: 'forge', control: '' },
  Object.fromEntries(
    Object.entries(replaced).map(([name, [control, code]]) => [
      name,
      [control, code.includes('function double') ? code : `${code}\n${WRONG.javascript}`],
    ]),
  ),
);
