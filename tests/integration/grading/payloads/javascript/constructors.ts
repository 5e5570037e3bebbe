/** Constructor chains: anything that came from outside leads to the outside's `Function`. */
import { attacks, inJs } from '../payload.ts';

export const constructors = attacks(
  { language: 'javascript', class: 'constructor chains', kind: 'marker', control: 'context' },
  {
    'the constructor of this': inJs('take(globalThis);'),
    'the constructor of this, by a sloppy call': inJs('take((function () { return this; })());'),
    'the constructor of console.log': inJs('take(console.log);'),
    'the constructor of console': inJs('take(console);'),
    'the constructor of a function argument': inJs('take(f);'),
    'the constructor of a list argument': inJs('take(xs);'),
    "the constructor of an argument's method": inJs('take(Object.getPrototypeOf(xs).map);'),
    "the constructor of an argument's iterator": inJs('take(xs[Symbol.iterator]().next);'),
    'the constructor of an argument by a spread': inJs('take([...arguments][2]);'),
    'the constructor of arguments': inJs('take(arguments[1]); '),
    'Function by Reflect.construct': inJs(
      "leave(Reflect.construct(Object.getPrototypeOf(f).constructor, ['return process'])());",
    ),
    'Function by __proto__': inJs("leave(f.__proto__.constructor('return process')());"),
    'Function by a getter of __proto__': inJs(
      "const up = Object.getOwnPropertyDescriptor(Object.prototype, '__proto__').get; leave(up.call(f).constructor('return process')());",
    ),
    'Function by own property descriptors': inJs(
      "const { value } = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(f)).constructor; leave(value('return process')());",
    ),
    'Function by a bound function': inJs("leave(f.bind(null).constructor('return process')());"),
    'Function by a species': inJs("leave(xs.constructor[Symbol.species].constructor('return process')());"),
    'Function by Symbol.toPrimitive names': inJs(
      "leave(f['con' + 'struc' + 'tor']['\\x63all'](null, 'return pro' + 'cess')());",
    ),
    'Function by a destructured parameter': inJs(
      "(({ constructor: { constructor: make } }) => leave(make('return process')()))(xs);",
    ),
    'Function by a tagged template': inJs('leave(f.constructor`return process`());'),
    'Function by Array.from with a foreign this': inJs("leave(xs.constructor.from.constructor('return process')());"),
    'a class that extends a foreign constructor': inJs(
      "class Mine extends xs.constructor {} leave(Object.getPrototypeOf(Mine).constructor('return process')());",
    ),
    'a proxy around a foreign function': inJs(
      "const made = new Proxy(f, {}); leave(made.constructor('return process')());",
    ),
    'a foreign realm by an async callback': inJs(
      "const Async = (async () => {}).constructor; new Async('f', \"return f.constructor('return process')()\")(f).then(leave);",
    ),
    'a foreign realm by a generator': inJs(
      "const Generator = (function* () {}).constructor; leave(new Generator('f', \"yield f.constructor('return process')()\")(f).next().value);",
    ),
  },
);
