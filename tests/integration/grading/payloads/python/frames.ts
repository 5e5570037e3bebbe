/** Hunting for expected values and for the grader itself: frames, tracebacks, garbage collector, modules, memory. */
import { attacks, inPython, WRONG } from '../payload.ts';

const hunt = (body: string): string => inPython(body);

export const frames = attacks(
  { language: 'python', class: 'frames, gc and the grader itself', kind: 'forge', control: 'equal' },
  {
    'the local names of the caller': hunt('import sys\nreturn sys._getframe(1).f_locals["expected"]'),
    'the local names of every caller': hunt(
      'import sys\nframe = sys._getframe()\nwhile frame:\n    if "expected" in frame.f_locals: return frame.f_locals["expected"]\n    frame = frame.f_back',
    ),
    'inspect.stack': hunt(
      'import inspect\nfor one in inspect.stack():\n    if "expected" in one.frame.f_locals: return one.frame.f_locals["expected"]',
    ),
    'inspect.currentframe': hunt('import inspect\nreturn inspect.currentframe().f_back.f_locals["expected"]'),
    'the frame of a traceback': hunt(
      'try: 1 / 0\nexcept ZeroDivisionError as error: return error.__traceback__.tb_frame.f_back.f_locals["expected"]',
    ),
    'the frame of a generator': hunt(
      'def each(): yield frame.gi_frame.f_back.f_back.f_locals["expected"]\nframe = each()\nreturn next(frame)',
    ),
    'the frames of all threads': hunt(
      'import sys\nfor frame in sys._current_frames().values():\n    while frame:\n        if "expected" in frame.f_locals: return frame.f_locals["expected"]\n        frame = frame.f_back',
    ),
    'traceback.walk_stack': hunt(
      'import traceback\nfor frame, _ in traceback.walk_stack(None):\n    if "expected" in frame.f_locals: return frame.f_locals["expected"]',
    ),
    'the defaults of the function that grades': hunt(
      'import gc, types\nfor thing in gc.get_objects():\n    if isinstance(thing, types.FunctionType) and thing.__name__ == "grade": return thing.__defaults__[0]',
    ),
    'the globals of the caller': ['a global', hunt('import sys\nreturn sys._getframe(1).f_globals["EXPECTED"][3]')],
    'a dictionary found by the garbage collector': [
      'a global',
      hunt(
        'import gc\nfor thing in gc.get_objects():\n    if isinstance(thing, dict) and "EXPECTED" in thing: return thing["EXPECTED"][3]',
      ),
    ],
    'a module of the grader': [
      'a global',
      hunt(
        'import sys\nfor module in list(sys.modules.values()):\n    if hasattr(module, "EXPECTED"): return module.EXPECTED[3]',
      ),
    ],
    'the expected value changed': ['a global', hunt('import sys\nsys._getframe(1).f_globals["EXPECTED"][3] = 0')],
    'the expected value changed, in a frame': hunt('import sys\nsys._getframe(1).f_locals["expected"] = 0'),
    'the defaults of the grader changed': `import gc, types\nfor thing in gc.get_objects():\n    if isinstance(thing, types.FunctionType) and thing.__name__ == "grade": thing.__defaults__ = (0,)\n${WRONG.python}`,
    'the code of the grader changed': `import gc, types\nfor thing in gc.get_objects():\n    if isinstance(thing, types.FunctionType) and thing.__name__ == "grade": thing.__code__ = (lambda double, expected=6: True).__code__\n${WRONG.python}`,
    'the name of the grader changed': [
      'a table',
      'import sys\ndef double(x):\n    frame = sys._getframe(1)\n    class Results(dict):\n        def __setitem__(self, name, value): dict.__setitem__(self, name, True)\n    if "RESULTS" in frame.f_globals: frame.f_globals["RESULTS"] = Results()\n    return 0',
    ],
    'a trace of the grader':
      'import sys\nknown = []\ndef trace(frame, event, given):\n    if "expected" in frame.f_locals: known.append(frame.f_locals["expected"])\n    return trace\nsys.settrace(trace)\ndef double(x): return known[0] if known else 0',
    'a trace that changes the result':
      'import sys\ndef trace(frame, event, given):\n    if "expected" in frame.f_locals: frame.f_locals["expected"] = 0\n    return trace\nsys.settrace(trace)\ndef double(x): return 0',
    'a profile of the grader':
      'import sys\nknown = []\ndef watch(frame, event, given):\n    if "expected" in frame.f_locals: known.append(frame.f_locals["expected"])\nsys.setprofile(watch)\ndef double(x): return known[0] if known else 0',
    'monitoring of the grader':
      'import sys\nknown = []\nm = sys.monitoring\nm.use_tool_id(4, "x")\ndef began(code, offset):\n    frame = sys._getframe(1)\n    if "expected" in frame.f_locals: known.append(frame.f_locals["expected"])\nm.register_callback(4, m.events.PY_START, began)\nm.set_events(4, m.events.PY_START)\ndef double(x): return known[0] if known else 0',
    'a number with another value, by ctypes': `import ctypes, gc, types\nfor thing in gc.get_objects():\n    if isinstance(thing, types.FunctionType) and thing.__name__ == "grade" and thing.__defaults__:\n        ctypes.c_ssize_t.from_address(id(thing.__defaults__) + tuple.__basicsize__).value = id(0)\n${WRONG.python}`,
    'the memory searched, by ctypes': hunt(
      'import ctypes, sys\nframe = sys._getframe(1)\nreturn ctypes.cast(id(frame), ctypes.py_object).value.f_locals["expected"]',
    ),
    'a grader by the same name': `import sys\nmain = sys.modules.get("harness")\nif main is not None: main.grade = lambda double: True\n${WRONG.python}`,
    'a harness by another name': `import sys, types\nfor name in list(sys.modules):\n    if "harness" in name: vars(sys.modules[name]).update(grade=lambda double: True, call=lambda text: '{"ok":true}')\nsys.modules["_nabla_harness"] = types.SimpleNamespace(call=lambda text: '{"ok":true}')\n${WRONG.python}`,
  },
);

export const verdicts = attacks(
  { language: 'python', class: 'fake verdicts', kind: 'forge', control: 'printed' },
  {
    'a printed pass after the verdict':
      'import sys\nclass Out:\n    def __init__(self, real): self.real = real\n    def write(self, text): return self.real.write(text.replace("fail", "pass"))\n    def __getattr__(self, name): return getattr(self.real, name)\nsys.stdout = Out(sys.stdout)\ndef double(x): return 0',
    'a printed pass, when output is flushed':
      'import sys\nreal = sys.stdout\nclass Out:\n    def flush(self): real.write(\'{"verdict": "pass"}\\n\')\n    def __getattr__(self, name): return getattr(real, name)\nsys.stdout = Out()\ndef double(x): return 0',
    'a print that knows one verdict':
      'import builtins\nreal = print\nbuiltins.print = lambda *words, **more: real(\'{"verdict": "pass"}\')\ndef double(x): return 0',
    'a print that is silent, after a pass':
      'import builtins\nprint(\'{"verdict": "pass"}\')\nbuiltins.print = lambda *words, **more: None\ndef double(x): return 0',
    'sys.exit with success, in the function': ['every error an assertion', 'import sys\ndef double(x): sys.exit(0)'],
    'SystemExit with success': ['every error an assertion', 'def double(x): raise SystemExit(0)'],
    'an interrupt from the keyboard': ['every error an assertion', 'def double(x): raise KeyboardInterrupt(0)'],
    'an error that is an exit': [
      'every error an assertion',
      'class Passed(SystemExit): pass\ndef double(x): raise Passed(0)',
    ],
    'a table of results that is right from the start': [
      'a table',
      'import sys\ndef double(x):\n    table = sys._getframe(1).f_globals.get("RESULTS")\n    if table is not None:\n        class Same:\n            def __eq__(self, other): return True\n        table["three"] = True\n        return Same()\n    return 0',
    ],
    'a report handed back as value': [
      'json, read again',
      'import json\nreal = json.dumps\njson.dumps = lambda value, **more: real({"passed": True, "ok": True, "value": {"t": "int", "v": "6"}})\ndef double(x): return {"t": "int", "v": "6", "ok": True}',
    ],
  },
);
