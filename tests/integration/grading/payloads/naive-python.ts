/**
 * Naive graders of Python, as often published: they live in the submission's own interpreter, hold what is expected, and say
 * themselves whether it was right. Each is shown to tell right from wrong where nobody cheats.
 */
const grade = (body: string): string => `def grade(double, expected=6):\n${body.replace(/^/gm, '    ')}\n`;
const gives = (expression: string): string => grade(`return ${expression}`);

export const naivePython: Record<string, string> = {
  equal: gives('double(3) == expected'),
  reversed: gives('expected == double(3)'),
  'not unequal': gives('not (double(3) != expected)'),
  'not far': gives('not abs(double(3) - expected) > 1e-6'),
  close: gives('abs(double(3) - expected) <= 1e-6'),
  isclose: `import math\n${gives('math.isclose(double(3), expected)')}`,
  text: gives('str(double(3)) == str(expected)'),
  repr: gives('repr(double(3)) == repr(expected)'),
  json: `import json\n${gives('json.dumps(double(3)) == json.dumps(expected)')}`,
  'json, read again': `import json\n${gives("json.loads(json.dumps({'passed': double(3) == expected}))['passed']")}`,
  formatted: gives("f'{double(3):.6g}' == f'{expected:.6g}'"),
  round: gives('round(double(3), 6) == expected'),
  float: gives('float(double(3)) == expected'),
  int: gives('int(double(3)) == expected'),
  index: `import operator\n${gives('operator.index(double(3)) == expected')}`,
  typed: gives('(lambda got: isinstance(got, (int, float)) and got == expected)(double(3))'),
  'typed, exactly': gives('(lambda got: type(got) in (int, float) and got == expected)(double(3))'),
  'a list': gives('all(got == right for got, right in zip([double(3)], [expected]))'),
  'a list inside': gives(
    'all(got == right for got, right in zip(double(3) if hasattr(double(3), "__iter__") else [double(3)], [expected]))',
  ),
  any: gives('not any(double(given) != right for given, right in [(3, expected)])'),
  membership: gives('double(3) in {expected}'),
  'membership of a list': gives('double(3) in [expected]'),
  sorted: gives('sorted([double(3), double(4)]) == [expected, 8]'),
  sum: gives('sum([double(3) == expected]) == 1'),
  len: gives('len([1 for given in [3] if double(given) != expected]) == 0'),
  map: gives('list(map(double, [3])) == [expected]'),
  operator: `import operator\n${gives('operator.eq(double(3), expected)')}`,
  decimal: `import decimal\n${gives('decimal.Decimal(str(double(3))) == decimal.Decimal(expected)')}`,
  copied: `import copy\n${gives('copy.deepcopy(double(3)) == expected')}`,
  pickled: `import pickle\n${gives('pickle.loads(pickle.dumps(double(3))) == expected')}`,
  evaluated: gives('eval(repr(double(3))) == expected'),
  literal: `import ast\n${gives('ast.literal_eval(repr(double(3))) == expected')}`,
  asserted: grade('try:\n    assert double(3) == expected\nexcept AssertionError: return False\nreturn True'),
  'every error an assertion': grade(
    'try:\n    assert double(3) == expected\nexcept AssertionError: return False\nexcept BaseException: return isinstance(__import__("sys").exception(), (SystemExit, KeyboardInterrupt)) and not __import__("sys").exception().args[0]\nreturn True',
  ),
  unittest: `import unittest
class Test(unittest.TestCase):
    def test_double(self): self.assertEqual(Test.double(3), 6)
def grade(double, expected=6):
    Test.double = staticmethod(double)
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(Test).run(result)
    return result.wasSuccessful()
`,
  'unittest, almost': `import unittest
def grade(double, expected=6):
    try: unittest.TestCase().assertAlmostEqual(double(3), expected)
    except AssertionError: return False
    return True
`,
  printed: `import sys, io, json
def grade(double, expected=6):
    print(json.dumps({'verdict': 'pass' if double(3) == expected else 'fail'}))
    sys.stdout.flush()
    return sys.stdout.getvalue().strip().split('\\n')[-1] == '{"verdict": "pass"}'
`,
  'what was printed': `import sys, io
def grade(double, expected=6):
    print(double(3))
    return sys.stdout.getvalue().split()[-1] == '6'
`,
  'a global': `EXPECTED = {3: 6}\ndef grade(double):\n    return double(3) == EXPECTED[3]\n`,
  'a table': `RESULTS = {}\ndef grade(double, expected=6):\n    RESULTS['three'] = double(3) == expected\n    return RESULTS['three']\n`,
  'imported late': grade('import math\nreturn math.isclose(double(3), expected)'),
  cached: `import functools\n@functools.lru_cache\ndef right(given): return 2 * given\n${gives('double(3) == right(3)')}`,
  'a random input': `import random\ndef grade(double):\n    given = random.randint(1, 10**6)\n    return double(given) == 2 * given\n`,
  'the input again': `def grade(double):\n    given = [3]\n    return double(given) == 2 * given[0] if False else (lambda got: got == 2 * given[0])(double(given[0]))\n`,
  allclose: `import numpy as np\n${gives('bool(np.allclose(double(3), expected))')}`,
  'isclose, all': `import numpy as np\n${gives('bool(np.all(np.isclose(double(3), expected)))')}`,
  array_equal: `import numpy as np\n${gives('bool(np.array_equal(double(3), expected))')}`,
  'all equal': `import numpy as np\n${gives('bool(np.all(double(3) == np.array(expected)))')}`,
  'largest difference': `import numpy as np\n${gives('not np.max(np.abs(np.subtract(double(3), expected))) > 1e-6')}`,
  norm: `import numpy as np\n${gives('not np.linalg.norm(np.asarray(double(3)) - expected) > 1e-6')}`,
  'numpy.testing': `import numpy as np
def grade(double, expected=6):
    try: np.testing.assert_allclose(double(3), expected)
    except AssertionError: return False
    return True
`,
  dtype: `import numpy as np\n${gives('(lambda got: np.asarray(got).dtype.kind in "if" and bool(np.all(got == np.array(expected))))(double(3))')}`,
};
