// Where JavaScript payloads are shown to work, each in a process that is thrown away: hosts and graders that trust a
// context of `node:vm`, or share their own. Sloppy on purpose, as such hosts are: their functions can be asked for.
// Reads {kind, control, code, naive, marker} as JSON, writes what came out, and ends by signal unless the payload was quicker.
const { existsSync, readFileSync, writeSync } = require('node:fs');
const util = require('node:util');
const vm = require('node:vm');

const { kind, control, code, naive, marker } = JSON.parse(readFileSync(0, 'utf8'));
const say = (text) => writeSync(1, text);
const { kill } = process;
const end = () => kill.call(process, process.pid, 'SIGKILL');
const importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;

/** A function and a list that a host hands to a submission. */
function square(v) {
  const [x] = v;
  return x * x;
}
const list = [1, 2];

/** What naive hosts do with what comes back. */
const LOOKS = [
  function spelt(value) {
    say(`${value}`);
  },
  function told(value) {
    say(JSON.stringify(value) ?? '');
  },
  function inspected(value) {
    say(util.inspect(value));
  },
  function sized(value) {
    return value.length;
  },
  function read(value) {
    return value.value;
  },
  function added(value) {
    return value + 1;
  },
  function called(value) {
    if (typeof value === 'function') value(list);
  },
  function listed(value) {
    return [...value];
  },
  function walked(value) {
    for (const name in value) say(String(value[name]));
  },
  function first(value) {
    return value[0];
  },
  function keyed(value) {
    return Object.keys(value);
  },
  function owned(value) {
    return { ...value };
  },
  function had(value) {
    return 'value' in value;
  },
  function typed(value) {
    return value instanceof value.constructor;
  },
  function named(value) {
    return value.constructor.name;
  },
  function equal(value) {
    return value.equals(list);
  },
  function mapped(value) {
    return value.map((one) => one);
  },
  function chained(value) {
    if (typeof value.then === 'function')
      value.then(
        (got) => got,
        () => 0,
      );
  },
];
function look(value) {
  for (const each of LOOKS) {
    try {
      each(value);
    } catch {
      // the next look may go further
    }
  }
  (async () => await value)().catch(() => 0);
}
function lookAtError(error) {
  const parts = ['name', 'message', 'stack'].map((name) => () => say(String(error[name])));
  for (const part of [...parts, () => say(`${error}`)]) {
    try {
      part();
    } catch {
      // as above
    }
  }
}

function host(double) {
  let value;
  try {
    value = double(3, square, list);
  } catch (error) {
    lookAtError(error);
    return;
  }
  look(value);
}

/** A submission in a context of its own, with a console and arguments from here. */
function inContext() {
  const context = vm.createContext({ console: { log: (...words) => say(words.join(' ')) } });
  try {
    vm.runInContext(code, context, { importModuleDynamically });
  } catch (error) {
    lookAtError(error);
  }
  host(vm.runInContext('double', context));
}

/** A submission wrapped into a function, as `require` would. */
function shared() {
  const make = vm.runInThisContext(`(function (require, module, __filename) {${code}\n;return double; })`, {
    importModuleDynamically,
  });
  host(make(require, module, __filename));
}

/** A submission and its grader in one context; what counts is what the grader says first. */
function graded() {
  const memory = new SharedArrayBuffer(4);
  const lines = [];
  let verdict = null;
  const done = (passed) => {
    verdict ??= passed === true;
  };
  const exit = (status) => {
    verdict ??= status === 0;
    throw new Error('exit');
  };
  const context = vm.createContext({
    done,
    exit,
    verdictMemory: memory,
    console: { log: (...words) => lines.push(words.join(' ')) },
  });
  for (const source of [code, naive]) {
    try {
      vm.runInContext(source, context);
    } catch {
      // a grader that fails gives nothing
    }
  }
  setTimeout(() => {
    if (control === 'console verdict') verdict = lines.at(-1) === '{"verdict":"pass"}';
    if (control === 'shared memory' || control === 'atomics') verdict = new Int32Array(memory)[0] === 1;
    say(verdict === true ? 'earned' : 'nothing earned');
    end();
  }, 10);
}

if (kind === 'forge') graded();
else {
  // thrown later, too, by what the payload has left behind
  process.on('uncaughtException', () => undefined);
  setTimeout(() => process.emit('exit', 0), 40);
  // whoever leaves a mark ends it: this guards against hanging
  const last = performance.now() + (kind === 'read' ? 30 : 100_000);
  setInterval(() => {
    if (existsSync(marker) || performance.now() > last) end();
  }, 5);
  (control === 'shared' ? shared : inContext)();
}
