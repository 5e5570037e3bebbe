/** Python as a student expects it: what the library gives, what cannot work and says so, and what errors tell. */
import { describe, expect, test } from 'vitest';
import type { CodeError } from '../../../domain/results/verdict.ts';
import { withoutNumpy } from '../../support/numpy.ts';
import { run, startAll } from './shared.ts';

const body = (code: string, before = ''): string =>
  `${before}\ndef double(x):\n${code.replace(/^/gm, '    ')}\n    return 2 * x`;

/** What a student may import, and something of it that must be true. */
const LIBRARY: Record<string, [imports: string, truth: string]> = {
  itertools: ['import itertools', 'list(itertools.pairwise([1, 2, 3])) == [(1, 2), (2, 3)]'],
  math: ['import math', 'math.isclose(math.cos(math.pi), -1) and math.comb(5, 2) == 10'],
  cmath: ['import cmath', 'abs(cmath.sqrt(-1) - 1j) < 1e-15'],
  dataclasses: ['from dataclasses import make_dataclass', 'make_dataclass("P", ["x"])(3).x == 3'],
  typing: ['from typing import Callable, Optional, get_args', 'get_args(Optional[int]) == (int, type(None))'],
  collections: ['from collections import Counter, deque', 'Counter("aab")["a"] == 2 and deque([1, 2]).pop() == 2'],
  functools: ['import functools', 'functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]) == 24'],
  operator: ['import operator', 'operator.itemgetter(1)([5, 6]) == 6'],
  random: ['import random', '0 <= random.random() < 1 and len(random.sample(range(9), 4)) == 4'],
  statistics: ['import statistics', 'statistics.mean([1, 2, 6]) == 3'],
  fractions: ['from fractions import Fraction', 'Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2)'],
  decimal: ['from decimal import Decimal', 'Decimal("0.1") + Decimal("0.2") == Decimal("0.3")'],
  re: ['import re', 're.findall(r"[0-9]+", "a1b22") == ["1", "22"]'],
  json: ['import json', 'json.loads(json.dumps({"a": [1, None]})) == {"a": [1, None]}'],
  datetime: ['from datetime import date', '(date(2024, 3, 1) - date(2024, 2, 1)).days == 29'],
  string: ['import string', 'string.ascii_lowercase[:3] == "abc"'],
  copy: ['import copy', 'copy.deepcopy([[1]]) == [[1]]'],
  enum: ['from enum import Enum', 'Enum("E", "A B").B.value == 2'],
  'csv and io': ['import csv, io', 'list(csv.reader(io.StringIO("1,2"))) == [["1", "2"]]'],
  'pathlib and tempfile': [
    'import pathlib, tempfile',
    'pathlib.Path(tempfile.gettempdir(), "a").write_text("abc") == 3',
  ],
};

const NUMPY: Record<string, [imports: string, truth: string]> = {
  numpy: ['import numpy as np', 'np.allclose(np.linalg.inv(np.diag([2.0, 4.0])), np.diag([0.5, 0.25]))'],
  'numpy.polynomial': [
    'from numpy.polynomial import Polynomial',
    'Polynomial([1, 2, 3]).deriv().coef.tolist() == [2, 6]',
  ],
  'numpy.ma': ['import numpy.ma as ma', 'ma.array([1, 2, 9], mask=[0, 0, 1]).mean() == 1.5'],
  'numpy.fft': ['import numpy.fft', 'abs(numpy.fft.fft([1, 1, 1, 1])[0] - 4) < 1e-12'],
  'numpy.random': ['import numpy as np', 'np.random.default_rng(1).normal(size=(2, 3)).shape == (2, 3)'],
  'numpy.testing': ['import numpy.testing as t', 't.assert_allclose([1.0], [1.0]) is None'],
  'numpy.typing': ['import numpy.typing as npt', 'npt.NDArray is not None'],
  'numpy.lib.stride_tricks': [
    'from numpy.lib.stride_tricks import sliding_window_view as windows',
    'windows([1, 2, 3], 2).tolist() == [[1, 2], [2, 3]]',
  ],
};

/** The same at the top, where a star may stand; the star also asks for what takes long, which waits until it is looked into. */
const AT_THE_TOP: Record<string, [imports: string, truth: string]> = {
  numpy: ['from numpy import *', 'float(sum(array([1.0, 2.0]))) == 3 and isclose(pi, 3.14159265)'],
  'numpy, and what f2py holds': ['from numpy import *', 'callable(f2py.crackfortran.crackfortran)'],
  'numpy.f2py': ['import numpy.f2py as f2py', 'len(f2py.get_include()) > 0 and "compile" not in dir(f2py)'],
  'numpy.lib': ['from numpy.lib import *', 'callable(NumpyVersion)'],
  'numpy.linalg': ['from numpy.linalg import *', 'abs(det([[1, 2], [3, 4]]) + 2) < 1e-12'],
  'numpy.testing': ['from numpy.testing import *', 'assert_array_equal([1], [1]) is None'],
  'numpy.typing': ['from numpy.typing import *', 'NDArray is not None'],
  'numpy.ctypeslib': ['from numpy.ctypeslib import *', 'callable(as_array)'],
  'numpy.char, rec, strings and core': [
    'import numpy.char, numpy.rec, numpy.strings, numpy.core',
    'numpy.char.upper("a") == "A"',
  ],
};

/** What cannot work, and the words that say so. */
const ABSENT: Record<string, [code: string, type: string, words: RegExp]> = {
  'a thread': [
    body('threading.Thread(target=print).start()', 'import threading'),
    'RuntimeError',
    /^threads cannot be used here/,
  ],
  'a thread by its own module': [
    body('_thread.start_new_thread(print, ())', 'import _thread'),
    'RuntimeError',
    /^threads cannot be used here/,
  ],
  'a pool of threads': [
    body('list(ThreadPoolExecutor(2).map(abs, [1]))', 'from concurrent.futures import ThreadPoolExecutor'),
    'RuntimeError',
    /^threads cannot be used here/,
  ],
  'another process': [
    body('multiprocessing.Process(target=print).start()', 'import multiprocessing'),
    'ModuleNotFoundError',
    /No module named '_multiprocessing'/,
  ],
  'a socket': [
    body('socket.create_connection(("127.0.0.1", 80), 1)', 'import socket'),
    'OSError',
    /Host is unreachable/,
  ],
  'a page of the web': [
    body('urllib.request.urlopen("http://127.0.0.1/")', 'import urllib.request'),
    'URLError',
    /Host is unreachable/,
  ],
  subprocess: [body('subprocess.run(["ls"])', 'import subprocess'), 'OSError', /does not support processes/],
  'os.system': [body('os.system("ls")', 'import os'), 'RuntimeError', /^other programs cannot be started here/],
  'os.popen': [body('os.popen("ls")', 'import os'), 'RuntimeError', /^other programs cannot be started here/],
  'os.fork': [body('os.fork()', 'import os'), 'RuntimeError', /^other programs cannot be started here/],
  'a file of the host': [
    body('open("/etc/passwd").read()'),
    'FileNotFoundError',
    /No such file or directory: '\/etc\/passwd'/,
  ],
  'a file of the library': [
    body('open(os.__file__, "w")', 'import os'),
    'NotADirectoryError',
    /Not a directory: '\/lib\/python/,
  ],
  'a package that is not there': ['import requests\ndef double(x): return 2 * x', 'ModuleNotFoundError', /'requests'/],
};

/** Mistakes: the line, the column (from 1), and what Python says. */
const MISTAKES: Record<string, [code: string, line: number, column: number, words: string]> = {
  'a misspelt name': [
    'def double(x):\n    lenght = 3\n    return length',
    3,
    12,
    "name 'length' is not defined. Did you mean: 'lenght'?",
  ],
  'a misspelt method': [
    'def double(x):\n    return [1].apend(x)',
    2,
    12,
    "'list' object has no attribute 'apend'. Did you mean: 'append'?",
  ],
  'a misspelt import': [
    'from math import squrt\ndef double(x): return x',
    1,
    1,
    "cannot import name 'squrt' from 'math' (unknown location). Did you mean: 'sqrt'?",
  ],
  'an open bracket': ['def double(x):\n    return (2 * x\n', 2, 12, "'(' was never closed"],
};

/** So many share an interpreter; where all is tried whole each has one in which nothing before has imported it. */
const SHARING = process.env.NABLA_ESCAPES === 'all' ? 1 : 7;

/** Imports lazily, in the function, one after the other, and says of which it is true. */
function together(all: readonly [string, [imports: string, truth: string]][]): { names: string[]; code: string }[] {
  const groups = Array.from({ length: Math.ceil(all.length / SHARING) }, (_, index) =>
    all.slice(index * SHARING, (index + 1) * SHARING),
  );
  return groups.map((group) => ({
    names: group.map(([name]) => name),
    code: [
      ...group.map(([, [statement, truth]], index) => `def t${index}():\n    ${statement}\n    return ${truth}`),
      'def double(x):',
      ...group.map(
        ([name], index) => `    if t${index}() and x == 3: print(${JSON.stringify(`${name} is as it should be`)})`,
      ),
      '    return 2 * x',
    ].join('\n'),
  }));
}

export function pythonLibrary(): void {
  const imports = withoutNumpy === null ? { ...LIBRARY, ...NUMPY } : LIBRARY;
  /** the sources, by which of them imports what */
  const codes = together(Object.entries(imports));
  const atTheTop = withoutNumpy === null ? AT_THE_TOP : {};
  const topCodes = Object.entries(atTheTop).map(([name, [statement, truth]]) => [
    `top ${name}`,
    `${statement}\ndef double(x):\n    return 2 * x if ${truth} else 0`,
  ]);
  const verdictOf = startAll(
    'python',
    Object.fromEntries([
      ...codes.map(({ names: [first], code }) => [`import ${first}`, code]),
      ...topCodes,
      ...[ABSENT, MISTAKES].flatMap((list) => Object.entries(list).map(([name, [code]]) => [name, code])),
    ]),
  );
  const errorOf = async (name: string): Promise<CodeError | undefined> => (await verdictOf(name)).tests[0]?.error;

  describe('what Python brings', () => {
    test.for(Object.keys(imports))('%s', async (name) => {
      const first = codes.find(({ names }) => names.includes(name))?.names[0];
      const { tests } = await verdictOf(`import ${first}`);
      expect(tests[0]?.error).toBeUndefined();
      expect(tests[0]?.printed).toContain(`${name} is as it should be\n`);
    });
  });

  describe('what Python brings at the top of an answer', () => {
    test.for(Object.keys(atTheTop))('%s', async (name) => {
      expect(await verdictOf(`top ${name}`)).toMatchObject({ result: 'pass', points: 3 });
    });
  });

  describe('what cannot work in Python says so', () => {
    test.for(Object.entries(ABSENT))('%s', async ([name, [code, type, words]]) => {
      const error = await errorOf(name);
      expect(error?.type).toBe(type);
      expect(`${error?.message}\n${error?.traceback}`).toMatch(new RegExp(words.source, 'm'));
      // the line of the student, not of the library that raised it
      expect(error?.line).toBe(code.startsWith('import requests') ? 1 : 3);
    });
  });

  describe('errors of Python', () => {
    test.for(Object.entries(MISTAKES))('%s', async ([name, [, line, column, words]]) => {
      expect(await errorOf(name)).toMatchObject({ line, column, message: words });
    });

    test('a traceback shows the lines of the student only, through a library, with the cause', async () => {
      const code = [
        'import functools',
        'def inner(a, b):',
        '    try:',
        '        return a / 0',
        '    except ZeroDivisionError as error:',
        '        raise ValueError("no") from error',
        'def double(x):',
        '    return functools.reduce(inner, [1, 2]) + sorted([1, 2], key=lambda one: inner(one, x))[0]',
      ].join('\n');
      const error = (await run('python', code)).tests[0]?.error;
      expect(error).toMatchObject({ type: 'ValueError', message: 'no', line: 6, column: 9 });
      const files = [...(error?.traceback ?? '').matchAll(/File "([^"]+)", line (\d+)/g)].map(([, file, line]) => [
        file,
        line,
      ]);
      expect(files).toEqual([
        ['solution.py', '4'],
        ['solution.py', '8'],
        ['solution.py', '6'],
      ]);
      expect(error?.traceback).not.toContain('harness');
      expect(error?.traceback).toContain('~~^~~');
    });
  });
}
