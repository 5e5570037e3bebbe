/** Objects that are not what they say, for whoever compares them in the same interpreter. */
import { attacks } from '../payload.ts';

const gives = (value: string, before = ''): string => `${before}\ndef double(x): return ${value}`;
const liar = (base: string, method: string, result: string): string =>
  `class Liar(${base}):\n    __hash__ = ${base || 'object'}.__hash__\n    def ${method}(self, *rest): return ${result}\ndef double(x): return Liar()`;

export const lies = attacks(
  { language: 'python', class: 'objects that lie', kind: 'forge', control: 'equal' },
  {
    __eq__: liar('object', '__eq__', 'True'),
    '__eq__ of an int': liar('int', '__eq__', 'True'),
    '__eq__ of a float': liar('float', '__eq__', 'True'),
    '__eq__ of a str': liar('str', '__eq__', 'True'),
    '__eq__ of a list': liar('list', '__eq__', 'True'),
    '__eq__, asked the other way round': ['reversed', liar('int', '__eq__', 'True')],
    __ne__: ['not unequal', liar('object', '__ne__', 'False')],
    '__ne__ of a float': ['not unequal', liar('float', '__ne__', 'False')],
    'unittest.mock.ANY': gives('ANY', 'from unittest.mock import ANY'),
    'a MagicMock': [
      'close',
      gives('value', 'from unittest.mock import MagicMock\nvalue = MagicMock()\nvalue.__sub__.return_value = 0'),
    ],
    __sub__: ['close', liar('object', '__sub__', '0')],
    '__sub__ of a float': ['close', liar('float', '__sub__', '0.0')],
    '__abs__ of a difference': [
      'close',
      'class Liar(float):\n    def __sub__(self, other): return Liar()\n    def __abs__(self): return 0.0\ndef double(x): return Liar(1e9)',
    ],
    __gt__: [
      'not far',
      'class Liar(float):\n    def __sub__(self, other): return self\n    def __abs__(self): return self\n    def __gt__(self, other): return False\ndef double(x): return Liar(1e9)',
    ],
    'not a number': ['not far', gives('float("nan")')],
    'a number that is infinite in both directions': ['not far', gives('float("inf") - float("inf")')],
    __float__: ['float', liar('object', '__float__', '6.0')],
    __int__: ['int', liar('object', '__int__', '6')],
    __index__: ['index', liar('object', '__index__', '6')],
    __round__: ['round', liar('float', '__round__', '6')],
    __str__: ['text', liar('float', '__str__', '"6"')],
    __repr__: ['repr', liar('float', '__repr__', '"6"')],
    __format__: ['formatted', liar('float', '__format__', '"6"')],
    '__repr__ that is evaluated': ['evaluated', liar('object', '__repr__', '"expected"')],
    '__repr__ that is a literal': ['literal', liar('object', '__repr__', '"6"')],
    __reduce__: [
      'pickled',
      'class Liar:\n    def __reduce__(self): return (int, ("6",))\ndef double(x): return Liar()',
    ],
    __deepcopy__: ['copied', liar('object', '__deepcopy__', '6')],
    __class__: [
      'typed',
      'class Liar:\n    __class__ = float\n    def __eq__(self, other): return True\ndef double(x): return Liar()',
    ],
    '__class__, by a property': [
      'typed',
      'class Liar:\n    @property\n    def __class__(self): return int\n    def __eq__(self, other): return True\ndef double(x): return Liar()',
    ],
    'a metaclass that is equal to every type': [
      'typed, exactly',
      'class Meta(type):\n    def __eq__(cls, other): return True\n    __hash__ = type.__hash__\nclass Liar(metaclass=Meta):\n    def __eq__(self, other): return True\ndef double(x): return Liar()',
    ],
    '__iter__ of nothing': ['a list inside', gives('[]')],
    '__iter__ that is different each time': [
      'a list inside',
      'class Liar(list):\n    def __iter__(self): return iter([6])\ndef double(x): return Liar([0])',
    ],
    __hash__: [
      'membership',
      'class Liar:\n    def __hash__(self): return hash(6)\n    def __eq__(self, other): return True\ndef double(x): return Liar()',
    ],
    '__eq__, of a list of expected values': ['membership of a list', liar('object', '__eq__', 'True')],
    '__lt__, for a sorted list': [
      'sorted',
      'class Liar:\n    def __lt__(self, other): return True\n    def __eq__(self, other): return True\ndef double(x): return Liar()',
    ],
    '__bool__ of a comparison': [
      'asserted',
      'class Yes:\n    def __bool__(self): return True\nclass Liar:\n    def __eq__(self, other): return Yes()\ndef double(x): return Liar()',
    ],
    '__getattr__ for whatever is asked': [
      'close',
      'class Liar:\n    def __getattr__(self, name): return lambda *rest: 0\n    def __sub__(self, other): return 0\ndef double(x): return Liar()',
    ],
    'a subclass with an equal that knows': ['unittest', liar('int', '__eq__', 'True')],
    'a difference that is rounded away': [
      'unittest, almost',
      'class Liar(float):\n    def __eq__(self, other): return True\n    def __sub__(self, other): return 0.0\ndef double(x): return Liar()',
    ],
    'a text with the verdict': [
      'what was printed',
      'class Liar(int):\n    def __str__(self): return "6"\ndef double(x): return Liar()',
    ],
  },
);
