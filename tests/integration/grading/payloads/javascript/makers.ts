/** Functions made of text: the constructors of functions of every kind, and eval. */
import { attacks, inJs } from '../payload.ts';

export const makers = attacks(
  { language: 'javascript', class: 'Function constructors and eval', kind: 'marker', control: 'shared' },
  {
    Function: inJs("leave(Function('return process')());"),
    'new Function': inJs("new Function('leave', 'leave(process)')(leave);"),
    'the constructor of a function': inJs("leave(double.constructor('return process')());"),
    'the constructor of the constructor of a list': inJs("leave([].constructor.constructor('return process')());"),
    'the constructor of a literal': inJs("leave(''.sub.constructor('return process')());"),
    AsyncFunction: inJs("(async () => {}).constructor('return process')().then(leave);"),
    GeneratorFunction: inJs("leave((function* () {}).constructor('yield process')().next().value);"),
    AsyncGeneratorFunction: inJs(
      "(async function* () {}).constructor('yield process')().next().then((one) => leave(one.value));",
    ),
    eval: inJs("leave(eval('process'));"),
    'indirect eval': inJs("leave((0, eval)('process'));"),
    'eval by Reflect.apply': inJs("leave(Reflect.apply(eval, null, ['process']));"),
    'a function made while text is replaced': inJs(
      "'process'.replace(/.*/, (name) => { leave(Function('return ' + name)()); return ''; });",
    ),
    'a function made while a list is sorted': inJs(
      "[1, 2].sort(Function('globalThis.__found = process')); leave(__found);",
    ),
    'a function made while JSON is read': inJs("JSON.parse('[1]', () => leave(Function('return this.process')()));"),
    'a function in a tagged template': inJs('leave(Function`return process`());'),
    'with and unscopables': inJs("Function('leave', 'with (this) leave(process)')(leave);"),
    'a static block of a class': inJs("class A { static { leave(Function('return process')()); } }"),
    'a field of a class by name': inJs("class A { [(leave(Function('return process')()), 'x')] = 1; }"),
  },
);
