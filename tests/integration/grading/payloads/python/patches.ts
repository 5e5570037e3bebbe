/** Modules and built-in functions, replaced under a grader's feet. */
import { attacks, WRONG } from '../payload.ts';

const patches: Record<string, [control: string, code: string]> = {
  'builtins.abs': ['close', 'import builtins\nbuiltins.abs = lambda value: 0'],
  'builtins.all': ['a list', 'import builtins\nbuiltins.all = lambda items: True'],
  'builtins.any': ['any', 'import builtins\nbuiltins.any = lambda items: False'],
  'builtins.zip': ['a list', 'import builtins\nbuiltins.zip = lambda *lists: []'],
  'builtins.len': ['len', 'import builtins\nbuiltins.len = lambda value: 0'],
  'builtins.sum': ['sum', 'import builtins\nbuiltins.sum = lambda value: 1'],
  'builtins.sorted': ['sorted', 'import builtins\nbuiltins.sorted = lambda value: [6, 8]'],
  'builtins.round': ['round', 'import builtins\nbuiltins.round = lambda value, digits=0: 6'],
  'builtins.float': ['float', 'import builtins\nbuiltins.float = lambda value: 6'],
  'builtins.int': ['int', 'import builtins\nbuiltins.int = lambda value: 6'],
  'builtins.str': ['text', 'import builtins\nbuiltins.str = lambda value: ""'],
  'builtins.repr': ['repr', 'import builtins\nbuiltins.repr = lambda value: ""'],
  'builtins.eval': ['evaluated', 'import builtins\nbuiltins.eval = lambda value: 6'],
  'builtins.map': ['map', 'import builtins\nbuiltins.map = lambda call, given: [6]'],
  'builtins.list': ['map', 'import builtins\nbuiltins.list = lambda value: [6]'],
  'builtins.isinstance': [
    'typed',
    'import builtins\nbuiltins.isinstance = lambda value, kind: True\nclass Any:\n    def __eq__(self, other): return True\ndef double(x): return Any()',
  ],
  'builtins.type': [
    'typed, exactly',
    'import builtins\nbuiltins.type = lambda value: int\nclass Any:\n    def __eq__(self, other): return True\ndef double(x): return Any()',
  ],
  'builtins.print': [
    'what was printed',
    'import builtins\nreal = print\nbuiltins.print = lambda *words, **more: real(6)',
  ],
  'builtins.AssertionError': [
    'asserted',
    'import builtins\nbuiltins.AssertionError = type("Never", (Exception,), {})\nreal = AssertionError\n\nclass Same(int):\n    def __eq__(self, other): return True\ndef double(x): return Same(0)',
  ],
  'math.isclose': ['isclose', 'import math\nmath.isclose = lambda *given, **more: True'],
  'math, another module by that name': [
    'imported late',
    'import sys, types\nsys.modules["math"] = types.SimpleNamespace(isclose=lambda *given, **more: True)',
  ],
  'json.dumps': ['json', 'import json\njson.dumps = lambda *given, **more: "6"'],
  'json.loads': ['json, read again', 'import json\njson.loads = lambda *given, **more: {"passed": True, "ok": True}'],
  'json.JSONEncoder': [
    'json',
    'import json\njson.JSONEncoder.encode = json.JSONEncoder.iterencode = lambda *given, **more: "6"\njson._default_encoder.encode = lambda *given: "6"',
  ],
  'json.encoder.encode_basestring_ascii': [
    'json',
    'import json, json.encoder\njson.encoder.encode_basestring_ascii = json.encoder.c_make_encoder = lambda *given: "6"\njson.encoder.JSONEncoder.encode = lambda self, value: "6"',
  ],
  'json, the decoder': [
    'json, read again',
    'import json\njson._default_decoder.decode = json.JSONDecoder.decode = lambda *given, **more: {"passed": True, "type": "value", "value": 3}',
  ],
  'operator.eq': ['operator', 'import operator\noperator.eq = lambda one, other: True'],
  'operator.index': ['index', 'import operator\noperator.index = lambda one: 6'],
  'decimal.Decimal': ['decimal', 'import decimal\ndecimal.Decimal = lambda text: 6'],
  'copy.deepcopy': ['copied', 'import copy\ncopy.deepcopy = lambda value: 6'],
  'pickle.loads': ['pickled', 'import pickle\npickle.loads = lambda text: 6'],
  'ast.literal_eval': ['literal', 'import ast\nast.literal_eval = lambda text: 6'],
  'unittest.TestCase.assertEqual': ['unittest', 'import unittest\nunittest.TestCase.assertEqual = lambda *given: None'],
  'unittest.TestCase.assertAlmostEqual': [
    'unittest, almost',
    'import unittest\nunittest.TestCase.assertAlmostEqual = lambda *given: None',
  ],
  'unittest.TestCase.run': ['unittest', 'import unittest\nunittest.TestCase.run = lambda self, result=None: result'],
  'unittest.TestResult.wasSuccessful': [
    'unittest',
    'import unittest\nunittest.TestResult.wasSuccessful = lambda self: True',
  ],
  'unittest.TestResult.addFailure': [
    'unittest',
    'import unittest\nunittest.TestResult.addFailure = unittest.TestResult.addError = lambda *given: None',
  ],
  'random.randint': ['a random input', 'import random\nrandom.randint = lambda low, high: 0'],
  'random.seed, so that the input is known': [
    'a random input',
    'import random\nrandom.Random.randint = random.randint = lambda *given: 0',
  ],
  'a cache of right answers': [
    'cached',
    'import gc, functools\nfor thing in gc.get_objects():\n    if type(thing).__name__ == "_lru_cache_wrapper" and getattr(thing, "__name__", "") == "right": thing.__wrapped__.__code__ = (lambda given: 0).__code__',
  ],
};

export const patched = attacks(
  { language: 'python', class: 'patched modules and builtins', kind: 'forge', control: '' },
  Object.fromEntries(
    Object.entries(patches).map(([name, [control, code]]) => [
      name,
      [control, code.includes('def double') ? code : `${code}\n${WRONG.python}`],
    ]),
  ),
);
