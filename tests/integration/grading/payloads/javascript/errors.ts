/** Errors across the boundary: those of the host have its constructors; those of the submission are read by the host. */
import { attacks, inJs } from '../payload.ts';

/** Whoever reads a property of what was thrown is a function of the host, and can be asked for. */
const readBy = (name: string): string => `function double() {
  const bait = {};
  Object.defineProperty(bait, ${JSON.stringify(name)}, { get: function () { try { take(arguments.callee.caller); } catch {} return ''; } });
  throw bait;
}`;

export const errors = attacks(
  { language: 'javascript', class: 'errors across the boundary', kind: 'marker', control: 'context' },
  {
    'an error raised by a function of the host': inJs('try { f(null); } catch (error) { take(error); }'),
    'a TypeError of the host, by a symbol': inJs('try { f([Symbol()]); } catch (error) { take(error); }'),
    "the host's error, by its prototype": inJs(
      "try { f(); } catch (error) { leave(Object.getPrototypeOf(error).constructor.constructor('return process')()); }",
    ),
    'a stack overflow inside the host': inJs(
      'const kept = []; let count = 0; const deep = () => { try { deep(); } catch {} try { f([1]); } catch (error) { kept[count++] = error; } }; try { deep(); } catch {} for (const error of kept) { try { take(error); } catch {} }',
    ),
    'an error of the host in a promise': inJs('Promise.resolve().then(() => f(null)).catch((error) => take(error));'),
    'an error of the host in an async function': inJs(
      '(async () => { try { await f(null); } catch (error) { take(error); } })();',
    ),
    'an error of the host in a generator': inJs(
      'const each = (function* () { try { yield* f(null); } catch (error) { take(error); } })(); each.next();',
    ),
    'an error of the host, with what it says changed': inJs(
      "try { f(null); } catch (error) { error.constructor.prototype.toString = () => { try { take(error); } catch {} return ''; }; throw '' + error; }",
    ),
    "prepareStackTrace of the submission's own Error": inJs(
      'Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFunction() ?? site.getThis()); for (const found of new Error().stack) { try { take(found); } catch {} }',
    ),
    "prepareStackTrace of the host's Error": inJs(
      'const Theirs = f.constructor("return Error")(); Theirs.prepareStackTrace = (_, sites) => sites; for (const site of new Theirs().stack) { try { take(site); } catch {} }',
    ),
    'captureStackTrace on a bait': inJs(
      'Error.prepareStackTrace = (_, sites) => sites; const bait = {}; Error.captureStackTrace(bait); for (const site of bait.stack) { try { take(site.getFunction()); } catch {} }',
    ),
  },
);

export const readErrors = attacks(
  { language: 'javascript', class: 'thrown things that call back', kind: 'marker', control: 'context' },
  {
    'a thrown object whose stack is a getter': readBy('stack'),
    'a thrown object whose message is a getter': readBy('message'),
    'a thrown object whose name is a getter': readBy('name'),
    'a thrown object whose toString calls back': `function double() {
  throw { toString: function () { try { take(arguments.callee.caller); } catch {} return ''; } };
}`,
    'a thrown proxy': `function double() {
  throw new Proxy({}, { get: function () { try { take(arguments.callee.caller); } catch {} return ''; } });
}`,
    'a thrown function whose name calls back': `function double() {
  const bait = () => 0;
  Object.defineProperty(bait, 'name', { get: function () { try { take(arguments.callee.caller); } catch {} return ''; } });
  throw bait;
}`,
    'a proxy as the prototype of an error': `function double() {
  throw Object.setPrototypeOf(new Error('x'), new Proxy(Error.prototype, { get: function () { try { take(arguments.callee.caller); } catch {} return ''; } }));
}`,
  },
);
