/** What the interpreter calls by itself: at exit, at errors, while tracing, while collecting garbage. */
import { attacks, WRONG } from '../payload.ts';

const loading = (code: string): string => `import os, sys\n${code}\n${WRONG.python}`;
const SYSTEM = 'os.system(TOUCH)';

export const hooks = attacks(
  { language: 'python', class: 'hooks of the interpreter', kind: 'marker', control: 'plain' },
  {
    atexit: loading(`import atexit\natexit.register(lambda: ${SYSTEM})`),
    'atexit, at once': loading(`import atexit\natexit.register(lambda: ${SYSTEM})\natexit._run_exitfuncs()`),
    'sys.excepthook': `import os, sys\nsys.excepthook = lambda *rest: ${SYSTEM}\ndef double(x): raise ValueError(x)`,
    'sys.unraisablehook': loading(
      `sys.unraisablehook = lambda one: ${SYSTEM}\nclass Bad:\n    def __del__(self): raise ValueError\nBad()`,
    ),
    'sys.displayhook': loading(`sys.displayhook = lambda one: ${SYSTEM}\nexec(compile("1", "", "single"))`),
    'sys.breakpointhook': loading(`sys.breakpointhook = lambda: ${SYSTEM}\nbreakpoint()`),
    'an audit hook': loading(
      `done = []\ndef hook(event, given):\n    if event == "open" and not done:\n        done.append(1)\n        ${SYSTEM}\nsys.addaudithook(hook)\ntry: open("/nothing")\nexcept OSError: pass`,
    ),
    'sys.settrace': loading(
      `def trace(frame, event, given):\n    sys.settrace(None)\n    ${SYSTEM}\nsys.settrace(trace)\n(lambda: 0)()`,
    ),
    'sys.setprofile': loading(
      `def watch(frame, event, given):\n    sys.setprofile(None)\n    ${SYSTEM}\nsys.setprofile(watch)\n(lambda: 0)()`,
    ),
    'sys.monitoring': loading(
      `m = sys.monitoring\nm.use_tool_id(3, "x")\nm.register_callback(3, m.events.PY_START, lambda *rest: (m.set_events(3, 0), ${SYSTEM}))\nm.set_events(3, m.events.PY_START)\n(lambda: 0)()`,
    ),
    'threading.excepthook': loading(
      `import threading\nthreading.excepthook = lambda one: ${SYSTEM}\nthreading.excepthook(None)`,
    ),
    __del__: loading(`class Run:\n    def __del__(self): ${SYSTEM}\nRun()`),
    '__del__ in a cycle': loading(
      `import gc\nclass Run:\n    def __init__(self): self.me = self\n    def __del__(self): ${SYSTEM}\nRun()\ngc.collect()`,
    ),
    '__del__ of what is returned': `import os\nclass Run:\n    def __del__(self): ${SYSTEM}\ndef double(x): return Run()`,
    'a callback of the garbage collector': loading(
      `import gc\ndef call(phase, told):\n    gc.callbacks.remove(call)\n    ${SYSTEM}\ngc.callbacks.append(call)\ngc.collect()`,
    ),
    'a weak reference': loading(
      `import weakref\nclass A: pass\na = A()\nw = weakref.ref(a, lambda one: ${SYSTEM})\ndel a`,
    ),
    'weakref.finalize': loading(
      `import weakref\nclass A: pass\na = A()\nweakref.finalize(a, lambda: ${SYSTEM})\ndel a`,
    ),
    'contextlib.ExitStack': loading(
      `import contextlib\nwith contextlib.ExitStack() as stack: stack.callback(lambda: ${SYSTEM})`,
    ),
    'a signal': loading(
      `import signal\nsignal.signal(signal.SIGUSR1, lambda *rest: ${SYSTEM})\nsignal.raise_signal(signal.SIGUSR1)\nfor _ in range(10**5): pass`,
    ),
    'a task of asyncio': loading(`import asyncio\nasync def run(): ${SYSTEM}\nasyncio.ensure_future(run())`),
    'a callback of asyncio': loading(`import asyncio\nasyncio.get_event_loop().call_soon(lambda: ${SYSTEM})`),
    'a warning that is shown': loading(
      `import warnings\nwarnings.showwarning = lambda *rest, **more: ${SYSTEM}\nwarnings.simplefilter("always")\nwarnings.warn("x")`,
    ),
    'a handler of logging': loading(
      `import logging\nclass Run(logging.Handler):\n    def emit(self, record): ${SYSTEM}\nlogging.getLogger().addHandler(Run())\nlogging.error("x")`,
    ),
    'the way builtins import': loading(
      `import builtins\nreal = builtins.__import__\ndef fake(*rest, **more):\n    builtins.__import__ = real\n    ${SYSTEM}\n    return real(*rest, **more)\nbuiltins.__import__ = fake\nimport colorsys`,
    ),
    'the way builtins make classes': loading(
      `import builtins\nreal = builtins.__build_class__\ndef fake(*rest, **more):\n    ${SYSTEM}\n    return real(*rest, **more)\nbuiltins.__build_class__ = fake\nclass A: pass\nbuiltins.__build_class__ = real`,
    ),
    'a stream for standard output': loading(
      `class Out:\n    def write(self, text): ${SYSTEM}\n    def flush(self): pass\nsys.stdout = Out()\nprint("x")`,
    ),
    'a result whose repr runs': `import os\nclass Run:\n    def __repr__(self): return str(${SYSTEM})\ndef double(x): return Run()`,
    'a result whose str runs': `import os\nclass Run:\n    def __str__(self): return str(${SYSTEM})\ndef double(x): return Run()`,
    'a result whose length runs': `import os\nclass Run(list):\n    def __len__(self): return ${SYSTEM} * 0\ndef double(x): return Run()`,
    'a result whose iterator runs': `import os\nclass Run(list):\n    def __iter__(self): return iter([${SYSTEM}])\ndef double(x): return Run([1])`,
    'a result whose attributes run': `import os\nclass Run:\n    def __getattribute__(self, name):\n        ${SYSTEM}\n        return object.__getattribute__(self, name)\ndef double(x): return Run()`,
    'a result whose class says so': `import os\nclass Run:\n    @property\n    def __class__(self):\n        ${SYSTEM}\n        return float\ndef double(x): return Run()`,
    'an error whose text runs': `import os\nclass Run(Exception):\n    def __str__(self): return str(${SYSTEM})\ndef double(x): raise Run`,
    'an error whose notes run': `import os\nclass Run(Exception):\n    @property\n    def __notes__(self): return [str(${SYSTEM})]\ndef double(x): raise Run`,
    'an error whose cause runs': `import os\nclass Text(str):\n    def __str__(self): return str(${SYSTEM})\ndef double(x): raise ValueError(Text("x")) from ValueError(Text("y"))`,
  },
);
