// Runs inside the isolate, first of all: takes what it needs of the language away into a closure, before the submission
// can change it, and gives back one function that calls and describes. It knows inputs only; nothing in here says what is right.
// `show`: what console.log shows of a value (show.js); `structuredClone`: as clone.js makes it.
(show, structuredClone) => {
  const { isArray } = Array;
  const { getOwnPropertyDescriptor, getPrototypeOf, prototype: objectPrototype } = Object;
  const { apply } = Reflect;
  const { stringify, parse } = JSON;
  const { isFinite: finite, isNaN: notANumber } = Number;
  const string = String;
  const { defineProperty, setPrototypeOf } = Object;
  const typedArray = getPrototypeOf(Int8Array.prototype);
  const tagOf = getOwnPropertyDescriptor(typedArray, Symbol.toStringTag).get;
  const lengthOf = getOwnPropertyDescriptor(typedArray, 'length').get;
  const [PromiseClass, ErrorClass] = [Promise, Error];
  const Words = Int32Array;
  const { keys: keysOf } = Object;
  const { forEach: eachOfMap } = Map.prototype;
  const { forEach: eachOfSet } = Set.prototype;
  const hasInstance = Function.prototype[Symbol.hasInstance];
  const { exec } = RegExp.prototype;
  const { toString: tagText } = objectPrototype;
  const { slice, split } = String.prototype;
  // biome-ignore lint/security/noGlobalEval: formulas of the lesson become functions here, in the isolate
  const evaluate = eval;
  const MOST = 50000;
  // what is handed in may be larger: 64 by 64 by 64
  const MOST_GIVEN = 300000;
  const DEEPEST = 16;
  // of what is shown and not compared
  const MOST_SHOWN = 60;
  const LONGEST_TEXT = 100000;

  const TOO_DEEP = {
    __proto__: null,
    type: 'Unreadable',
    message: '',
    line: null,
    column: null,
    traceback: '',
  };

  // a list without prototype: no setter and no toJSON can come in between
  const bare = () => setPrototypeOf([], null);
  const only = (value) => {
    const list = bare();
    list[0] = value;
    return list;
  };
  const put = (list, value) => {
    list[list.length] = value;
  };

  const numberOf = (value) => (notANumber(value) ? 'nan' : finite(value) ? value : value > 0 ? 'inf' : '-inf');
  const cut = (text, most) => apply(slice, text, [0, most]);

  const nameOf = (value) => {
    if (typeof value !== 'object') return typeof value;
    if (apply(hasInstance, PromiseClass, [value])) return 'Promise';
    const maker = getOwnPropertyDescriptor(getPrototypeOf(value) ?? objectPrototype, 'constructor')?.value;
    const name = typeof maker === 'function' ? getOwnPropertyDescriptor(maker, 'name')?.value : undefined;
    if (typeof name === 'string' && name !== '' && name !== 'Object') return cut(name, 100);
    // a generator has no maker, but a tag
    return cut(apply(slice, apply(tagText, value, []), [8, -1]), 100) || 'Object';
  };

  // own data properties only: a getter is not called
  const element = (list, index) => {
    const own = getOwnPropertyDescriptor(list, string(index));
    return own === undefined || !('value' in own) ? undefined : own.value;
  };

  const tagged = (value, depth, budget) => {
    budget.left--;
    if (typeof value === 'number') return { __proto__: null, t: 'float', v: numberOf(value), name: 'number' };
    if (typeof value === 'boolean') return { __proto__: null, t: 'bool', v: value };
    if (typeof value === 'string') {
      budget.left -= value.length >> 3;
      if (value.length > LONGEST_TEXT || budget.left < 0) return { __proto__: null, t: 'huge', name: 'string' };
      return { __proto__: null, t: 'str', v: value };
    }
    if (value === undefined || value === null) return { __proto__: null, t: 'none', name: string(value) };
    if (typeof value === 'object' && isArray(value)) {
      const { length } = value;
      if (depth > DEEPEST) budget.deep = true;
      if (depth > DEEPEST || length > budget.left) return { __proto__: null, t: 'huge', name: 'Array' };
      const items = bare();
      for (let index = 0; index < length; index++) put(items, tagged(element(value, index), depth + 1, budget));
      return { __proto__: null, t: 'list', v: items };
    }
    const tag = typeof value === 'object' ? apply(tagOf, value, []) : undefined;
    if (tag !== undefined && tag !== 'BigInt64Array' && tag !== 'BigUint64Array') {
      const length = apply(lengthOf, value, []);
      if (length > budget.left) return { __proto__: null, t: 'huge', name: tag };
      budget.left -= length;
      const numbers = bare();
      for (let index = 0; index < length; index++) put(numbers, numberOf(value[index]));
      return { __proto__: null, t: 'array', dtype: tag, shape: only(length), v: numbers };
    }
    return shown({ __proto__: null, t: 'object', name: nameOf(value) }, value, depth, budget);
  };

  // what an object, a map or a set holds is shown and not compared; a proxy or a pretender is shown by its name
  const shown = (report, value, depth, budget) => {
    if (typeof value !== 'object' || depth > DEEPEST || budget.left < 0) return report;
    const found = bare();
    const pair = (key, one) => {
      const both = only(tagged(key, depth + 1, budget));
      put(both, tagged(one, depth + 1, budget));
      if (found.length < MOST_SHOWN) put(found, both);
    };
    try {
      if (report.name === 'Map') apply(eachOfMap, value, [(one, key) => found.length < MOST_SHOWN && pair(key, one)]);
      else if (report.name === 'Set')
        apply(eachOfSet, value, [(one) => found.length < MOST_SHOWN && put(found, tagged(one, depth + 1, budget))]);
      else if (report.name === 'Object') {
        const names = keysOf(value);
        for (let index = 0; index < names.length && index < MOST_SHOWN; index++)
          pair(names[index], element(value, names[index]));
      } else return report;
    } catch {
      return report;
    }
    report[report.name === 'Set' ? 'items' : 'entries'] = found;
    return report;
  };

  // ---- what is printed
  let printed = '';
  let most = 10000;
  const print = (...values) => {
    if (printed.length >= most) return;
    let line = '';
    for (let index = 0; index < values.length && line.length < most; index++)
      line += (index ? ' ' : '') + show(values[index]);
    printed = cut(`${printed}${line}\n`, most);
  };
  const taken = () => {
    const text = printed;
    printed = '';
    return text;
  };

  // ---- errors: anything can be thrown
  const read = (thrown, name) => {
    try {
      const value = thrown[name];
      return typeof value === 'string' ? value : '';
    } catch {
      return '';
    }
  };
  const isError = (thrown) => {
    try {
      return typeof thrown === 'object' && thrown !== null && apply(hasInstance, ErrorClass, [thrown]);
    } catch {
      return false;
    }
  };
  const describeError = (thrown) => {
    if (!isError(thrown)) {
      const message = cut(typeof thrown === 'string' ? stringify(thrown) : show(thrown), 500);
      return { __proto__: null, type: 'Thrown', message, line: null, column: null, traceback: '' };
    }
    const lines = apply(split, cut(read(thrown, 'stack'), 20000), ['\n']);
    const at = /solution\.js:(\d+):(\d+)/;
    let line = null;
    let column = null;
    let own = '';
    let kept = 0;
    for (let index = 0; index < lines.length && kept < 8; index++) {
      const found = apply(exec, at, [lines[index]]);
      if (found === null) continue;
      if (line === null) {
        line = +found[1];
        column = +found[2];
      }
      own += `${kept++ ? '\n' : ''}${lines[index]}`;
    }
    const type = read(thrown, 'name') || nameOf(thrown);
    return {
      __proto__: null,
      type: cut(type, 100),
      message: cut(read(thrown, 'message'), 1000),
      line,
      column,
      traceback: own,
    };
  };

  // ---- calls
  const argumentOf = (given) => {
    if (given.type === 'function') return evaluate(`(${given.source})`);
    if (given.type !== 'array') return given.value;
    let position = 0;
    const build = (dimension) => {
      if (dimension === given.shape.length) return given.data[position++];
      const rows = [];
      for (let index = 0; index < given.shape[dimension]; index++) put(rows, build(dimension + 1));
      return rows;
    };
    return build(0);
  };
  const text = (value) => stringify(tagged(value, 0, { left: MOST_GIVEN, deep: false }));

  // one number in memory that the host reads while we run; nothing but this closure holds it
  let phase = [0];
  let entry;
  const call = (parameters) => {
    const report = callAndReport(parameters);
    phase[0] = 2;
    return report;
  };
  const callAndReport = (parameters) => {
    const given = parse(parameters);
    const values = bare();
    for (let index = 0; index < given.length; index++) put(values, argumentOf(given[index]));
    const before = bare();
    for (let index = 0; index < values.length; index++) put(before, text(values[index]));
    try {
      const result = apply(entry, undefined, values);
      const budget = { left: MOST, deep: false };
      const value = tagged(result, 0, budget);
      if (budget.deep) return stringify({ __proto__: null, ok: false, error: TOO_DEEP, printed: taken() });
      const changed = bare();
      for (let index = 0; index < values.length; index++) put(changed, text(values[index]) !== before[index]);
      return stringify({ __proto__: null, ok: true, value, changed, printed: taken() });
    } catch (thrown) {
      return stringify({ __proto__: null, ok: false, error: describeError(thrown), printed: taken() });
    }
  };

  const console = { __proto__: null };
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'dir', 'table', 'trace']) console[name] = print;
  for (const name of ['assert', 'time', 'timeEnd', 'group', 'groupEnd', 'count']) console[name] = () => undefined;
  // what everybody's JavaScript has, and the bare language has not
  const microtask = PromiseClass.prototype.then;
  const missing = (name) => () => {
    throw new ErrorClass(`${name} cannot be used here: nothing can be waited for, and nothing is waited for`);
  };
  const { now } = Date;
  const started = now();
  const globals = {
    __proto__: null,
    console,
    structuredClone,
    queueMicrotask: (work) => void apply(microtask, PromiseClass.resolve(), [() => work()]),
    performance: { now: () => now() - started },
    setTimeout: missing('setTimeout'),
    setInterval: missing('setInterval'),
  };
  for (const name in globals)
    defineProperty(globalThis, name, { value: globals[name], writable: true, configurable: true });
  // memory that the isolate's limit does not bound, and ways to wait for ever
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];
  const random = { state: 1 };
  // a regrade must see the same numbers (mulberry32)
  Math.random = () => {
    random.state = (random.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(random.state ^ (random.state >>> 15), 1 | random.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };

  return {
    begin(seed, printedMost, memory) {
      phase = new Words(memory);
      random.state = seed | 0;
      most = printedMost;
    },
    enter(found) {
      const report = { __proto__: null, ok: typeof found === 'function' };
      if (!report.ok) report.missing = true;
      report.printed = taken();
      entry = found;
      return stringify(report);
    },
    printed: taken,
    call,
  };
};
