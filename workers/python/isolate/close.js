// Last step before an interpreter serves: takes the tools of booting away from whatever runs next, and gives the two functions
// by which the host talks to the harness. `booted` is what boot.js gave.
(booted) => {
  const { python, module } = booted;
  const { String: toText, RangeError: TooDeep } = globalThis;
  const reseed = globalThis.__reseed;
  const harness = python.pyimport('_nabla_harness');
  const load = harness.load.copy();
  const call = harness.call.copy();
  python.runPython("import sys; del sys.modules['_nabla_harness']; del sys");
  harness.destroy();

  for (const name of [
    '__nabla',
    '__said',
    '__sides',
    '__sideMemory',
    '__sideModule',
    '__loadPyodide',
    '_createPyodideModule',
    '__reseed',
    '__fillMemory',
  ]) {
    delete globalThis[name];
  }
  const refuse = (name) => {
    const original = WebAssembly[name];
    const refused = () => {
      throw new Error(`WebAssembly.${name} cannot be used here`);
    };
    if (original.prototype !== undefined) {
      refused.prototype = original.prototype;
      Object.defineProperty(original.prototype, 'constructor', {
        value: refused,
        writable: false,
        configurable: false,
      });
    }
    Object.defineProperty(WebAssembly, name, { value: refused, writable: false, configurable: false });
  };
  for (const name of ['Module', 'Memory', 'Table', 'compile', 'instantiate', 'validate']) refuse(name);
  delete globalThis.SharedArrayBuffer;
  delete globalThis.Atomics;
  const nothing = () => undefined;
  globalThis.console = { log: nothing, warn: nothing, error: nothing, info: nothing, debug: nothing, trace: nothing };

  // a text that starts with "!" tells the host that this interpreter is at its end. Not every RangeError is of the stack:
  // a file in memory that cannot grow raises one, too. And where Python itself breaks (a text that cannot be enlarged ends in a call
  // of no function), a memory that has more than doubled since the start tells why.
  const much = 2 * module.HEAP8.length;
  const endOf = (error) => {
    const words = toText(error?.message ?? error).slice(-300);
    if (error instanceof TooDeep) return words.includes('call stack') ? '!deep' : `!out of memory: ${words}`;
    return `!${module.HEAP8.length > much ? 'out of memory' : 'died'}: ${words}`;
  };
  const guarded =
    (work) =>
    (...parameters) => {
      try {
        return work(...parameters);
      } catch (error) {
        return endOf(error);
      }
    };
  return {
    load: guarded((source, entry, seed, printed) => {
      reseed(seed);
      return load(source, entry, seed >>> 0, printed);
    }),
    call: guarded((parameters) => call(parameters)),
  };
};
