/** From Python to the JavaScript that Pyodide runs in, and from there to Node. */
import { attacks, inPython } from '../payload.ts';

const P = '.getBuiltinModule("fs").writeFileSync(MARKER, "")';

export const bridge = attacks(
  { language: 'python', class: 'js, run_js and pyodide_js', kind: 'marker', control: 'plain' },
  {
    'js.process': inPython(`import js\njs.process${P}`),
    'js.globalThis': inPython(`import js\njs.globalThis.process${P}`),
    'a name out of js': inPython(`from js import process\nprocess${P}`),
    'js.eval': inPython('import js\njs.eval(SCRIPT)'),
    'js.Function': inPython('import js\njs.Function.new(SCRIPT)()'),
    'js.Function, called': inPython(`import js\njs.Function("return process")()${P}`),
    'js.Reflect.construct': inPython('import js\njs.Reflect.construct(js.Function, js.Array.of(SCRIPT))()'),
    'the constructor of js.Object': inPython('import js\njs.Object.constructor.new(SCRIPT)()'),
    'the constructor of js.console.log': inPython('import js\njs.console.log.constructor(SCRIPT)()'),
    'the constructor of a list of JavaScript': inPython('import js\njs.Array.new().constructor.constructor(SCRIPT)()'),
    'js.setTimeout': inPython('import js\njs.setTimeout(js.Function.new(SCRIPT), 1)'),
    'js.queueMicrotask': inPython('import js\njs.queueMicrotask(js.Function.new(SCRIPT))'),
    'js.Promise': inPython('import js\njs.Promise.resolve(1).then(js.Function.new(SCRIPT))'),
    'js.Array and a function': inPython('import js\njs.Array.of(1).map(js.Function.new(SCRIPT))'),
    'js.JSON.parse with a reviver': inPython('import js\njs.JSON.parse("[1]", js.Function.new(SCRIPT))'),
    'js.process.binding': inPython(
      'import js\nfrom pyodide.ffi import to_js\njs.process.binding("spawn_sync").spawn(to_js({"file": "touch", "args": ["touch", MARKER], "envPairs": ["PATH=/bin:/usr/bin"], "stdio": [{"type": "ignore"}] * 3}, dict_converter=js.Object.fromEntries))',
    ),
    'js.process and a child process': inPython(
      'import js\njs.process.getBuiltinModule("child_process").execSync(TOUCH)',
    ),
    'js.process and a Unix socket': inPython(
      'import js\njs.process.getBuiltinModule("net").createServer().listen(MARKER)',
    ),
    'js.process and a report': inPython('import js\njs.process.report.writeReport(MARKER)'),
    'a module out of js': inPython(`import sys, js\nsys.modules["js"].process${P}`),
    'js by importlib': inPython(`import importlib\nimportlib.import_module("js").process${P}`),
    'js by the finder of modules': inPython(
      `import sys\nfor finder in sys.meta_path:\n    found = getattr(finder, "jsproxies", {}).get("js")\n    if found is not None: found.process${P}`,
    ),
    run_js: inPython('from pyodide.code import run_js\nrun_js(SCRIPT)'),
    'run_js with a dynamic import': inPython(
      'from pyodide.code import run_js\nrun_js("import(\'node:fs\').then((fs) => fs.writeFileSync(" + repr(MARKER) + ", \'\'))")',
    ),
    'run_js with a function for Python': inPython(
      "from pyodide.code import run_js\nrun_js(\"(file) => process.getBuiltinModule('fs').writeFileSync(file, '')\")(MARKER)",
    ),
    'run_js out of the core': inPython(
      'import _pyodide._base as base, pyodide.code as code\ngetattr(code, "run" + "_js")(SCRIPT)',
    ),
    'a JavaScript error’s constructor': inPython(
      'from pyodide.code import run_js\nfrom pyodide.ffi import JsException\ntry: run_js("throw new Error()")\nexcept JsException as error: error.constructor.constructor(SCRIPT)()',
    ),
    'the constructor of what to_js makes': inPython(
      'from pyodide.ffi import to_js\nto_js([1]).constructor.constructor(SCRIPT)()',
    ),
    'the constructor of a proxy that create_proxy makes': inPython(
      'from pyodide.ffi import create_proxy\nfrom pyodide.code import run_js\nrun_js("(one) => one.constructor.constructor.constructor")(create_proxy(lambda: 1))(SCRIPT)()',
    ),
    'the constructor of the arguments of a callback': inPython(
      'from pyodide.code import run_js\nrun_js("(call) => call([])")(lambda one: one.constructor.constructor(SCRIPT)())',
    ),
    'pyodide_js, its module': inPython('import pyodide_js\npyodide_js._module.constructor.constructor(SCRIPT)()'),
    'pyodide_js, a method': inPython('import pyodide_js\npyodide_js.runPython.constructor(SCRIPT)()'),
    'pyodide_js, its API': inPython('import pyodide_js\npyodide_js._api.constructor.constructor(SCRIPT)()'),
    'pyodide_js, its file system': inPython('import pyodide_js\npyodide_js.FS.open.constructor(SCRIPT)()'),
    'pyodide_js, mounting the host': inPython(
      'import pyodide_js\npyodide_js.mountNodeFS("/host", "/tmp")\nopen("/host" + MARKER[4:], "w").close()',
    ),
    'pyodide_js, NODEFS by hand': inPython(
      'import pyodide_js\nfrom js import Object\nfrom pyodide.ffi import to_js\nFS = pyodide_js.FS\nFS.mkdir("/other")\nFS.mount(FS.filesystems.NODEFS, to_js({"root": "/"}, dict_converter=Object.fromEntries), "/other")\nopen("/other" + MARKER, "w").close()',
    ),
    'pyodide_js, a module of our own': inPython(
      `import pyodide_js, js\npyodide_js.registerJsModule("mine", js.globalThis)\nimport mine\nmine.process${P}`,
    ),
    'pyodide_js, a function for standard output': inPython(
      'import pyodide_js, js\nfrom pyodide.ffi import to_js\npyodide_js.setStdout(to_js({"batched": js.Function.new(SCRIPT)}, dict_converter=js.Object.fromEntries))\nprint("x", flush=True)',
    ),
    'pyodide_js, a function for standard input': inPython(
      'import pyodide_js, js, sys\nfrom pyodide.ffi import to_js\npyodide_js.setStdin(to_js({"stdin": js.Function.new(SCRIPT)}, dict_converter=js.Object.fromEntries))\nopen("/dev/stdin").read(1)',
    ),
    'pyodide_js, a device': inPython(
      'import pyodide_js, js\nfrom pyodide.ffi import to_js\nFS = pyodide_js.FS\nFS.createDevice("/", "mine", js.Function.new(SCRIPT))\nopen("/mine").read(1)',
    ),
    'a JavaScript proxy in sys.modules': inPython(
      `import sys\nfor module in list(sys.modules.values()):\n    for name in dir(module):\n        value = getattr(module, name, None)\n        if type(value).__name__ == "JsProxy":\n            value.constructor.constructor("return process")()${P}`,
    ),
    'a JavaScript proxy by the garbage collector': inPython(
      'import gc\nfor thing in gc.get_objects():\n    if isinstance(thing, dict):\n        for value in list(thing.values()):\n            if type(value).__name__ == "JsProxy":\n                value.constructor.constructor(SCRIPT)()',
    ),
    'the JavaScript of pyodide.http': inPython(
      'import pyodide.http\npyodide.http.pyfetch.__globals__["to_js"]([1]).constructor.constructor(SCRIPT)()',
    ),
    'the JavaScript of the event loop': inPython(
      'import asyncio, js\nasyncio.get_event_loop().call_soon(lambda: js.eval(SCRIPT))',
    ),
    'the JavaScript behind a Python callback': inPython(
      'from pyodide.ffi import create_once_callable\nimport js\njs.setTimeout(create_once_callable(lambda: js.eval(SCRIPT)), 0)',
    ),
    'a class of JavaScript': inPython(
      'from pyodide.code import run_js\nrun_js("class A { static { " + SCRIPT + " } }")',
    ),
    'with JavaScript’s getters': inPython(
      'from pyodide.code import run_js\nrun_js("({ get x() { " + SCRIPT + "; return 1; } })").x',
    ),
  },
);
