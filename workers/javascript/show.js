// What `console.log` shows of a value: much as Node shows it, on one line, and bounded. It takes what it needs of the
// language before a submission can change it; getters are not called.
(() => {
  const { isArray } = Array;
  const { getOwnPropertyDescriptor: ownOf, getPrototypeOf, keys } = Object;
  const { apply } = Reflect;
  const { stringify } = JSON;
  const string = String;
  const typedArray = getPrototypeOf(Int8Array.prototype);
  const getter = (prototype, name) => ownOf(prototype, name).get;
  const typeOf = getter(typedArray, Symbol.toStringTag);
  const lengthOf = getter(typedArray, 'length');
  const mapSize = getter(Map.prototype, 'size');
  const setSize = getter(Set.prototype, 'size');
  const { forEach: eachOfMap } = Map.prototype;
  const { forEach: eachOfSet } = Set.prototype;
  const { toISOString } = Date.prototype;
  const { toString: tagged } = Object.prototype;
  const { slice } = String.prototype;
  const ErrorClass = Error;
  const hasInstance = Function.prototype[Symbol.hasInstance];
  const DEEPEST = 4;
  const MOST_ITEMS = 100;
  const MOST_VALUES = 2000;

  /** What it gives, or undefined where it throws: a value of another kind. */
  const attempt = (work, value, ...rest) => {
    try {
      return apply(work, value, rest);
    } catch {
      return undefined;
    }
  };

  const makerOf = (value) => {
    const maker = ownOf(getPrototypeOf(value) ?? {}, 'constructor')?.value;
    const name = typeof maker === 'function' ? ownOf(maker, 'name')?.value : undefined;
    return typeof name === 'string' && name !== '' ? name : apply(slice, apply(tagged, value, []), [8, -1]);
  };

  const between = (open, items, close) => (items === '' ? open + close : `${open} ${items} ${close}`);

  const entryOf = (value, key, depth, room) => {
    const own = ownOf(value, key);
    if (own === undefined) return '<empty>';
    return 'value' in own ? nested(own.value, depth, room) : '[Getter]';
  };

  const list = (length, item) => {
    let text = '';
    for (let index = 0; index < length && index < MOST_ITEMS; index++) text += (index > 0 ? ', ' : '') + item(index);
    return length > MOST_ITEMS ? `${text}, … ${length - MOST_ITEMS} more` : text;
  };

  const each = (visit, value, item) => {
    let text = '';
    let count = 0;
    apply(visit, value, [
      (one, key) => {
        if (count < MOST_ITEMS) text += (count > 0 ? ', ' : '') + item(one, key);
        count++;
      },
    ]);
    return count > MOST_ITEMS ? `${text}, … ${count - MOST_ITEMS} more` : text;
  };

  const objectText = (value, depth, room) => {
    const inside = (one) => nested(one, depth + 1, room);
    if (isArray(value)) {
      if (depth > DEEPEST) return '[Array]';
      const { length } = value;
      return between(
        '[',
        list(length, (index) => entryOf(value, string(index), depth + 1, room)),
        ']',
      );
    }
    const type = apply(typeOf, value, []);
    if (type !== undefined) {
      const length = apply(lengthOf, value, []);
      return `${type}(${length}) ${between(
        '[',
        list(length, (index) => string(value[index])),
        ']',
      )}`;
    }
    const date = attempt(toISOString, value);
    if (date !== undefined) return date;
    if (apply(hasInstance, ErrorClass, [value])) return `${string(value.name)}: ${string(value.message)}`;
    const maker = makerOf(value);
    if (depth > DEEPEST) return `[${maker}]`;
    const pairs = attempt(mapSize, value);
    if (pairs !== undefined) {
      const texts = each(eachOfMap, value, (one, key) => `${inside(key)} => ${inside(one)}`);
      return `${maker}(${pairs}) ${between('{', texts, '}')}`;
    }
    const members = attempt(setSize, value);
    if (members !== undefined) return `${maker}(${members}) ${between('{', each(eachOfSet, value, inside), '}')}`;
    const names = keys(value);
    const entries = list(names.length, (index) => `${names[index]}: ${entryOf(value, names[index], depth + 1, room)}`);
    return (maker === 'Object' ? '' : `${maker} `) + between('{', entries, '}');
  };

  const nested = (value, depth, room) => {
    if (--room.left < 0) return '…';
    if (typeof value === 'string') return depth === 0 ? value : stringify(value);
    if (typeof value === 'bigint') return `${value}n`;
    if (value === 0 && 1 / value < 0) return '-0';
    if (typeof value === 'function') return `[Function: ${string(ownOf(value, 'name')?.value)}]`;
    return typeof value === 'object' && value !== null ? objectText(value, depth, room) : string(value);
  };

  return (value) => {
    try {
      return nested(value, 0, { left: MOST_VALUES });
    } catch {
      return `[${typeof value}]`;
    }
  };
})();
