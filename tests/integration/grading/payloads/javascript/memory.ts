/** WebAssembly, shared memory and typed arrays. */
import { attacks, inJs, WRONG } from '../payload.ts';

/** (module (import "a" "b" (func)) (start 0)) */
const START = 'new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,2,7,1,1,97,1,98,0,0,8,1,0])';

export const memory = [
  ...attacks(
    { language: 'javascript', class: 'WebAssembly', kind: 'marker', control: 'shared' },
    {
      'a start function that is imported': inJs(
        `new WebAssembly.Instance(new WebAssembly.Module(${START}), { a: { b: () => leave(process) } });`,
      ),
      'an instance made later': inJs(`WebAssembly.instantiate(${START}, { a: { b: () => leave(process) } });`),
      'the constructor of WebAssembly.instantiate': inJs('take(WebAssembly.instantiate);'),
      'a getter among the imports': inJs(
        `new WebAssembly.Instance(new WebAssembly.Module(${START}), { get a() { leave(process); return { b() {} }; } });`,
      ),
      'the error of a module': inJs(
        'try { new WebAssembly.Module(new Uint8Array(1)); } catch (error) { take(error); }',
      ),
    },
  ),
  ...attacks(
    { language: 'javascript', class: 'shared memory', kind: 'forge', control: 'shared memory' },
    {
      'a typed array that keeps the verdict': `const Real = Int32Array;\nglobalThis.Int32Array = class extends Real { constructor(memory) { super(memory); this[0] = 1; return new Proxy(this, { set: () => true }); } };\n${WRONG.javascript}`,
      'a typed array that is a decoy': `globalThis.Int32Array = function (memory) { new Uint8Array(memory)[0] = 1; return Object.freeze({}); };\n${WRONG.javascript}`,
      'other memory by the same name': `if (typeof verdictMemory !== 'undefined') { new Int32Array(verdictMemory)[0] = 1; globalThis.verdictMemory = new SharedArrayBuffer(4); }\n${WRONG.javascript}`,
      'Atomics.store that does nothing': [
        'atomics',
        `if (typeof Atomics !== 'undefined') Atomics.store = (words) => { words[0] = 1; };\n${WRONG.javascript}`,
      ],
      'Atomics.store that stores something else': [
        'atomics',
        `if (typeof Atomics !== 'undefined') { const { exchange } = Atomics; Atomics.store = (words, at) => exchange(words, at, 1); }\n${WRONG.javascript}`,
      ],
    },
  ),
];
