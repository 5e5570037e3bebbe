/** Native code by ctypes: Emscripten's functions are exported by name. */
import { attacks, inPython } from '../payload.ts';

export const native = attacks(
  { language: 'python', class: 'ctypes', kind: 'marker', control: 'plain' },
  {
    emscripten_run_script: inPython('import ctypes\nctypes.CDLL(None).emscripten_run_script(SCRIPT.encode())'),
    emscripten_run_script_int: inPython('import ctypes\nctypes.CDLL(None).emscripten_run_script_int(SCRIPT.encode())'),
    emscripten_run_script_string: inPython(
      'import ctypes\nctypes.CDLL(None).emscripten_run_script_string(("(() => { " + SCRIPT + "; return \'\'; })()").encode())',
    ),
    'emscripten_run_script by PyDLL': inPython(
      'import ctypes\nctypes.PyDLL(None).emscripten_run_script(SCRIPT.encode())',
    ),
    'emscripten_run_script by its address': inPython(
      'import ctypes\nfound = ctypes.CDLL(None)["emscripten_run_script"]\nctypes.CFUNCTYPE(None, ctypes.c_char_p)(ctypes.cast(found, ctypes.c_void_p).value)(SCRIPT.encode())',
    ),
    'emscripten_run_script by _ctypes': inPython(
      'import _ctypes, ctypes\naddress = _ctypes.dlsym(_ctypes.dlopen(None, 0), "emscripten_run_script")\nctypes.CFUNCTYPE(None, ctypes.c_char_p)(address)(SCRIPT.encode())',
    ),
    'system of the C library': inPython('import ctypes\nctypes.CDLL(None).system(TOUCH.encode())'),
    'Python by pythonapi': inPython(
      'import ctypes\nctypes.pythonapi.PyRun_SimpleString(("import os; os.system(" + repr(TOUCH) + ")").encode())',
    ),
    'a callback from native code': inPython(
      'import ctypes, os\ncall = ctypes.CFUNCTYPE(ctypes.c_int)(lambda: os.system(TOUCH))\ncall()',
    ),
    'an import by pythonapi': inPython(
      'import ctypes\nimp = ctypes.pythonapi.PyImport_ImportModule\nimp.restype = ctypes.py_object\nimp(b"posix").system(TOUCH)',
    ),
    'an object by its address': inPython(
      'import ctypes, os\nctypes.cast(id(os.system), ctypes.py_object).value(TOUCH)',
    ),
  },
);
