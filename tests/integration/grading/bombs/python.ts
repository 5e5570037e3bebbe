/** Resource bombs in Python: code, and the results that are right for it (which limit is met first depends on the machine). */
import type { Bombs } from './bomb.ts';

const inside = (body: string, before = ''): string => `${before}\ndef double(x):\n${body.replace(/^/gm, '    ')}\n`;
const runJs = (script: string): string =>
  inside(`run_js(${JSON.stringify(script)})\nreturn 0`, 'from pyodide.code import run_js');

export const pythonBombs: Bombs = {
  // ---- time
  'an endless loop': [inside('while True: pass'), ['timeout']],
  'an endless loop while loading': ['while True: pass', ['timeout']],
  'an endless loop that catches everything': [
    inside('while True:\n    try:\n        while True: pass\n    except BaseException: pass'),
    ['timeout'],
  ],
  'an endless generator': [inside('return sum(1 for _ in iter(int, 1))'), ['timeout']],
  'an endless iterator of the library': [inside('return max(itertools.count())', 'import itertools'), ['timeout']],
  'a sum that is far too long': [inside('return sum(range(10**13))'), ['timeout']],
  'a slow regular expression': [inside('return re.match("(a+)+$", "a" * 40 + "b")', 'import re'), ['timeout']],
  'a power that is far too large': [inside('return 10 ** (10 ** 9)'), ['timeout', 'memory', 'error']],
  'a factorial that is far too large': [
    inside('return math.factorial(10**8)', 'import math'),
    ['timeout', 'memory', 'error'],
  ],
  'digits of a very large integer': [
    inside('sys.set_int_max_str_digits(0)\nreturn len(str(7 ** 4000000))', 'import sys'),
    ['timeout', 'memory', 'fail'],
  ],
  'sleeping for ever': [inside('time.sleep(10**6)', 'import time'), ['timeout']],
  'a task that never ends': [
    inside(
      'asyncio.ensure_future(run())\nreturn 2 * x',
      'import asyncio\nasync def run():\n    while True: await asyncio.sleep(0)',
    ),
    ['timeout', 'error'],
  ],
  'a loop that is run until it completes': [
    inside('return asyncio.run(run())', 'import asyncio\nasync def run():\n    while True: await asyncio.sleep(0)'),
    ['timeout', 'error', 'fail'],
  ],
  'a coroutine sent for ever': [
    inside(
      'one = run()\nwhile True: one.send(None)',
      'import types\n@types.coroutine\ndef wait():\n    yield\nasync def run():\n    while True: await wait()',
    ),
    ['timeout'],
  ],
  'an endless loop of JavaScript': [runJs('for (;;);'), ['timeout']],
  'endless promises of JavaScript': [runJs('(async () => { for (;;) await 0; })()'), ['timeout']],
  'an object that takes for ever to compare': [
    inside('class Slow(list):\n    def __iter__(self):\n        while True: yield 1\nreturn sum(Slow())'),
    ['timeout'],
  ],
  'an error that takes for ever to print': [
    inside('raise Slow', 'class Slow(Exception):\n    def __str__(self):\n        while True: pass'),
    ['timeout'],
  ],
  'a hook that never ends': [
    'import sys\ndef trace(*rest):\n    while True: pass\nsys.settrace(trace)\ndef double(x): return 0',
    ['timeout', 'fail'],
  ],
  // ---- memory
  'byte arrays that fill the memory': [inside('a = []\nwhile True: a.append(bytearray(10**7))'), ['memory']],
  'a list that doubles': [inside('a = [x]\nwhile True: a += a'), ['memory']],
  'a text that doubles': [inside('a = "x"\nwhile True: a += a'), ['memory']],
  'a text that is multiplied': [inside('return len("x" * 10**9)'), ['memory']],
  'a dictionary that grows for ever': [inside('a = {}\nwhile True: a[len(a)] = [x] * 100'), ['memory', 'timeout']],
  'a huge bytearray at once': [inside('return len(bytearray(2**31 - 1))'), ['memory']],
  'files in memory that grow for ever': [
    inside('with open("/tmp/big", "wb") as file:\n    while True: file.write(b"x" * 10**7)'),
    ['memory', 'timeout'],
  ],
  'buffers of JavaScript': [
    runJs('const a = []; for (;;) a.push(new Uint8Array(5e7).fill(1));'),
    ['memory', 'error', 'timeout'],
  ],
  'lists of JavaScript': [
    runJs('const a = []; for (;;) a.push(new Array(1000).fill("x"));'),
    ['memory', 'error', 'timeout'],
  ],
  'what is packed very small': [
    inside(
      'return len(zlib.decompress(packed))',
      'import zlib\none = zlib.compressobj()\npacked = b"".join(one.compress(bytes(10**7)) for _ in range(60)) + one.flush()',
    ),
    ['memory', 'timeout'],
  ],
  'permutations in a list': [
    inside('return len(list(itertools.permutations(range(12))))', 'import itertools'),
    ['memory', 'timeout'],
  ],
  // ---- depth
  'endless recursion': [inside('return double(x)'), ['error']],
  'endless recursion without a limit': [
    inside('return double(x)', 'import sys\nsys.setrecursionlimit(10**9)'),
    ['error'],
  ],
  'endless recursion by repr': [
    inside('a = Deep()\nreturn repr(a)', 'class Deep:\n    def __repr__(self): return repr(self)'),
    ['error'],
  ],
  'endless recursion in C': [inside('a = []\nfor _ in range(10**6): a = [a]\nreturn repr(a)'), ['error', 'memory']],
  'endless comparison in C': [inside('a, b = [], []\na.append(b)\nb.append(a)\nreturn a == b'), ['error']],
  'deep brackets in the code': [
    `deep = ${'('.repeat(20_000)}1${')'.repeat(20_000)}\ndef double(x): return 0`,
    ['error'],
  ],
  'deep brackets for eval': [inside('return eval("(" * 10**6)'), ['error', 'memory']],
  'deep brackets for JSON': [inside('return json.loads("[" * 10**6)', 'import json'), ['error', 'memory']],
  'a chain of many causes': [
    inside(
      'error = None\nfor _ in range(10**5):\n    made = ValueError("x")\n    made.__cause__ = error\n    error = made\nraise error',
    ),
    ['error', 'memory', 'timeout'],
  ],
  'a group of many errors': [
    inside('one = ValueError("x")\nfor _ in range(10**4): one = ExceptionGroup("x", [one])\nraise one'),
    ['error', 'memory'],
  ],
  'a group of a hundred thousand errors': [inside('raise ExceptionGroup("x", [ValueError("y")] * 10**5)'), ['error']],
  'a hundred thousand errors in a group, each of its own': [
    inside('raise ExceptionGroup("x", [ValueError(i) for i in range(10**5)])'),
    ['error'],
  ],
  // ---- what comes back
  'a huge result': [inside('return [0] * 10**7'), ['fail', 'memory']],
  'a deep result': [inside('a = []\nfor _ in range(10**5): a = [a]\nreturn a'), ['fail', 'error']],
  'a wide and deep result': [inside('a = [1]\nfor _ in range(14): a = [a] * 20\nreturn a'), ['fail']],
  'a list that contains itself': [inside('a = []\na.append(a)\nreturn a'), ['error']],
  'a huge text': [inside('return "x" * 10**8'), ['fail', 'memory']],
  'a huge integer': [inside('return 7 ** 100000'), ['fail']],
  'a huge error': [inside('raise ValueError("x" * 10**7)'), ['error', 'memory']],
  'a flood of output': [inside('while True: print("y" * 1000)'), ['timeout']],
  'a flood of notes': [
    inside('error = ValueError("x")\nfor _ in range(10**5): error.add_note("y" * 100)\nraise error'),
    ['error', 'memory'],
  ],
  'a flood of warnings': [
    inside('while True: warnings.warn(str(x))', 'import warnings\nwarnings.simplefilter("always")'),
    ['timeout'],
  ],
  'too many open files': [
    inside('kept = []\nwhile True: kept.append(open("/tmp/one", "w"))'),
    ['error', 'timeout', 'memory'],
  ],
};

export const numpyBombs: Bombs = {
  'an array that is far too large': [inside('return np.ones(10**10)', 'import numpy as np'), ['memory', 'error']],
  'an array that doubles': [
    inside('a = np.ones(1)\nwhile True: a = np.concatenate([a, a])', 'import numpy as np'),
    ['memory'],
  ],
  'a product of large matrices': [
    inside('a = np.ones((2500, 2500))\nwhile True: a = a @ a', 'import numpy as np'),
    ['timeout', 'memory'],
  ],
  'a view that is far too large': [
    inside('return np.broadcast_to(np.float64(1), (10**5, 10**4))', 'import numpy as np'),
    ['fail', 'memory', 'error'],
  ],
};
