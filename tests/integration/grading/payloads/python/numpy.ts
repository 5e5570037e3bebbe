/** NumPy patched, and arrays that lie. */
import { attacks, WRONG } from '../payload.ts';

const patch = (code: string): string => `import numpy as np\n${code}\n${WRONG.python}`;
const gives = (code: string, value: string): string => `import numpy as np\n${code}\ndef double(x): return ${value}`;
const liar = (body: string, base = ''): string =>
  gives(
    `class Liar${base ? `(${base})` : ''}:\n${body.replace(/^/gm, '    ')}`,
    base ? 'np.zeros(1).view(Liar)' : 'Liar()',
  );

export const numpy = attacks(
  {
    language: 'python',
    class: 'patched NumPy and arrays that lie',
    kind: 'forge',
    control: 'allclose',
    needsNumpy: true,
  },
  {
    'np.allclose': patch('np.allclose = lambda *given, **more: True'),
    'np.isclose': ['isclose, all', patch('np.isclose = lambda *given, **more: True')],
    'np.array_equal': ['array_equal', patch('np.array_equal = lambda *given: True')],
    'np.all': ['isclose, all', patch('np.all = lambda *given: True')],
    'np.abs': ['largest difference', patch('np.abs = lambda value: value * 0')],
    'np.max': ['largest difference', patch('np.max = lambda value: 0')],
    'np.subtract': ['largest difference', patch('np.subtract = lambda one, other: 0.0')],
    'np.asarray': ['norm', patch('np.asarray = lambda value: 6.0')],
    'np.array': ['all equal', patch('np.array = lambda value, **more: 0')],
    'np.linalg.norm': ['norm', patch('np.linalg.norm = lambda value: 0')],
    'np.testing.assert_allclose': ['numpy.testing', patch('np.testing.assert_allclose = lambda *given, **more: None')],
    'the code of np.allclose': patch(
      'np.allclose.__wrapped__.__code__ = (lambda a, b, rtol=0, atol=0, equal_nan=False: True).__code__',
    ),
    'the module numpy': patch(
      'import sys, types\nfake = types.ModuleType("numpy")\nfake.allclose = lambda *given, **more: True\nvars(np).update(allclose=fake.allclose)\nsys.modules["numpy"] = fake',
    ),
    __array_function__: liar('def __array_function__(self, func, types, args, kwargs): return True'),
    '__array_function__ of an array': [
      'array_equal',
      liar('def __array_function__(self, func, types, args, kwargs): return True', 'np.ndarray'),
    ],
    __array_ufunc__: [
      'all equal',
      liar(
        '__array_priority__ = 1000\ndef __array_ufunc__(self, *given, **more): return np.True_\ndef __eq__(self, other): return np.True_',
      ),
    ],
    '__array_ufunc__ of an array': [
      'all equal',
      liar('def __array_ufunc__(self, *given, **more): return np.array(True)', 'np.ndarray'),
    ],
    '__array_ufunc__ of a difference': [
      'largest difference',
      liar('def __array_ufunc__(self, *given, **more): return np.array(0.0)', 'np.ndarray'),
    ],
    '__eq__ of an array': ['all equal', liar('def __eq__(self, other): return np.array(True)', 'np.ndarray')],
    __array__: liar('def __array__(self, dtype=None, copy=None): return np.array(6.0)'),
    '__array__ that changes its mind': [
      'isclose, all',
      liar(
        'calls = 0\ndef __array__(self, dtype=None, copy=None):\n    Liar.calls += 1\n    return np.array(6.0 if Liar.calls < 9 else 0.0)',
      ),
    ],
    __array_interface__: liar(
      '__array_interface__ = np.array(6.0).__array_interface__\nkept = np.array(6.0)\n__array_interface__ = kept.__array_interface__',
    ),
    __array_struct__: liar('kept = np.array(6.0)\n__array_struct__ = kept.__array_struct__'),
    'the masked constant': ['largest difference', gives('', 'np.ma.masked')],
    'an empty array': gives('', 'np.array([])'),
    'an array that is broadcast': gives('', 'np.full((2, 3), 6.0)'),
    'an array of objects': [
      'all equal',
      gives('class Liar:\n    def __eq__(self, other): return True', 'np.array([Liar()], dtype=object)'),
    ],
    'not a number, compared': ['largest difference', gives('', 'np.array([np.nan])')],
    'not a number, by norm': ['norm', gives('', 'np.float64("nan")')],
    'a type of data of its own': [
      'dtype',
      liar('def __array_ufunc__(self, *given, **more): return np.array(True)', 'np.ndarray').replace(
        'np.zeros(1).view',
        'np.zeros(1, dtype=np.int64).view',
      ),
    ],
    'a scalar of its own': [
      'all equal',
      gives('class Liar(np.float64):\n    def __eq__(self, other): return np.True_', 'Liar(0)'),
    ],
    'a polynomial that is equal': [
      'all equal',
      gives(
        'from numpy.polynomial import Polynomial\nclass Liar(Polynomial):\n    __array_ufunc__ = None\n    def __eq__(self, other): return True',
        'Liar([0])',
      ),
    ],
    'errstate and errors that are silent': [
      'numpy.testing',
      gives(
        'np.testing.assert_allclose.__wrapped__ if hasattr(np.testing.assert_allclose, "__wrapped__") else 0\nimport numpy.testing._private.utils as utils\nutils.assert_array_compare = lambda *given, **more: None',
        '0',
      ),
    ],
  },
);
