// `structuredClone`, which browsers and Node have and the bare language has not: how many copy an array of arrays.
(() => {
  const { isArray } = Array;
  const { getPrototypeOf, keys } = Object;
  const { apply } = Reflect;
  const typedArray = getPrototypeOf(Int8Array.prototype);
  const { slice: copied } = typedArray;
  const typeOf = Object.getOwnPropertyDescriptor(typedArray, Symbol.toStringTag).get;
  const { getTime } = Date.prototype;
  const [DateClass, MapClass, SetClass, ErrorClass] = [Date, Map, Set, Error];
  const { forEach: eachOfMap, get, set, has } = Map.prototype;
  const { forEach: eachOfSet, add } = Set.prototype;
  const isA = (value, type) => apply(Function.prototype[Symbol.hasInstance], type, [value]);

  const copy = (value, known) => {
    if (typeof value === 'function' || typeof value === 'symbol') {
      const error = new ErrorClass(`a ${typeof value} cannot be cloned`);
      error.name = 'DataCloneError';
      throw error;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (apply(has, known, [value])) return apply(get, known, [value]);
    const remember = (made) => {
      apply(set, known, [value, made]);
      return made;
    };
    if (apply(typeOf, value, []) !== undefined) return remember(apply(copied, value, []));
    if (isA(value, DateClass)) return remember(new DateClass(apply(getTime, value, [])));
    if (isA(value, MapClass)) {
      const made = remember(new MapClass());
      apply(eachOfMap, value, [(one, key) => apply(set, made, [copy(key, known), copy(one, known)])]);
      return made;
    }
    if (isA(value, SetClass)) {
      const made = remember(new SetClass());
      apply(eachOfSet, value, [(one) => apply(add, made, [copy(one, known)])]);
      return made;
    }
    const made = remember(isArray(value) ? [] : {});
    if (isArray(value)) made.length = value.length;
    for (const key of keys(value)) made[key] = copy(value[key], known);
    return made;
  };

  return function structuredClone(value) {
    return copy(value, new MapClass());
  };
})();
