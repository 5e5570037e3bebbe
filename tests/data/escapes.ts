/**
 * Code that tries to leave its sandbox. All that any of these ever does is to leave an empty marker file; none of them
 * earns a point by honest means.
 */

export function escapes(marker: string): Record<'javascript' | 'python', Record<string, string>> {
  const file = JSON.stringify(marker);
  const touch = `process.getBuiltinModule('fs').writeFileSync(${file}, '')`;
  const inJs = (body: string): string => `function double(x) {\n  try {\n    ${body}\n  } catch {}\n  return 0;\n}`;
  const viaFunction = `const take = (start) => { const process = start.constructor.constructor('return process')(); ${touch}; };`;
  const runJs = (script: string): string => `from pyodide.code import run_js\nrun_js(${JSON.stringify(script)})`;
  const inPython = (body: string): string => {
    const lines = body.split('\n').map((line) => `        ${line}`);
    return `def double(x):\n    try:\n${lines.join('\n')}\n    except BaseException: pass\n    return 0\n`;
  };
  return {
    javascript: {
      'the global process': inJs(touch),
      require: inJs(`require('fs').writeFileSync(${file}, '')`),
      'a dynamic import': inJs(`import('node:fs').then((fs) => fs.writeFileSync(${file}, ''))`),
      'the constructor of this': inJs(`${viaFunction} take(globalThis);`),
      'the constructor of a function': inJs(`${viaFunction} take(double);`),
      'the constructor of console.log': inJs(`${viaFunction} take(console.log);`),
      'the constructor of an argument': inJs(`${viaFunction} take(Object(x));`),
      'the constructor of an error': inJs(`${viaFunction} try { null.x; } catch (error) { take(error); }`),
      'the caller of the function': inJs(`${viaFunction} take(double.caller); take(arguments.callee.caller);`),
      prepareStackTrace: inJs(
        `${viaFunction} Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getThis()); for (const found of new Error().stack) take(found);`,
      ),
      'a stack overflow in the harness': `${inJs('null.x')}\nconst deep = () => { try { deep(); } catch (error) { try { ${viaFunction} take(error); } catch {} } };\ndeep();`,
      'a poisoned prototype': `Object.prototype.then = function (done) { try { const process = done.constructor('return process')(); ${touch}; } catch {} };\n${inJs('')}`,
      'a poisoned Array iterator': `Array.prototype[Symbol.iterator] = function () { try { const process = this.constructor.constructor('return process')(); ${touch}; } catch {} };\n${inJs('')}`,
      'WebAssembly imports': inJs(`${viaFunction} take(WebAssembly.instantiate);`),
      'a proxy as result': `function double() { return new Proxy([], { get(_, name, self) { try { const process = self.constructor.constructor('return process')(); ${touch}; } catch {} return 0; }, getOwnPropertyDescriptor() { return undefined; } }); }`,
      'a forged report as result':
        'function double() { return { t: "float", v: 6, ok: true, value: { t: "float", v: 6 } }; }',
      'a forged report on the console':
        'console.log(\'{"type":"called","id":1,"text":"{}"}\');\nfunction double() { return 0; }',
      'JSON.stringify that lies':
        'JSON.stringify = () => \'{"ok":true,"value":{"t":"float","v":6},"changed":[],"printed":""}\';\nfunction double() { return 0; }',
      'a search for expected values': inJs(
        'for (const name of Object.getOwnPropertyNames(globalThis)) { const value = globalThis[name]; if (value && value.expected) return value.expected; }',
      ),
    },
    python: {
      'js.process': inPython(`import js\njs.process.getBuiltinModule('fs').writeFileSync(${file}, '')`),
      'run_js with process': inPython(runJs(touch)),
      'run_js with require': inPython(runJs(`require('fs').writeFileSync(${file}, '')`)),
      'run_js with a dynamic import': inPython(runJs(`import('node:fs').then((fs) => fs.writeFileSync(${file}, ''))`)),
      'the Function constructor': inPython(
        `import js\njs.Function.new("return process")().getBuiltinModule('fs').writeFileSync(${file}, '')`,
      ),
      "pyodide_js's module": inPython(
        `import pyodide_js\npyodide_js._module.constructor.constructor('return process')().getBuiltinModule('fs').writeFileSync(${file}, '')`,
      ),
      'mounting the host': inPython(
        `import pyodide_js\npyodide_js.mountNodeFS('/host', '/tmp')\nopen('/host' + ${file}[4:], 'w').close()`,
      ),
      'NODEFS by hand': inPython(
        `import pyodide_js\nfrom js import Object\nfrom pyodide.ffi import to_js\nFS = pyodide_js.FS\nFS.mkdir('/other')\nFS.mount(FS.filesystems.NODEFS, to_js({'root': '/'}, dict_converter=Object.fromEntries), '/other')\nopen('/other' + ${file}, 'w').close()`,
      ),
      emscripten_run_script: inPython(
        `import ctypes\nctypes.CDLL(None).emscripten_run_script(${JSON.stringify(touch)}.encode())`,
      ),
      'os.system': inPython(`import os\nos.system('touch ' + ${file})`),
      subprocess: inPython(`import subprocess\nsubprocess.run(['touch', ${file}])`),
      'os.fork': inPython(`import os\nos.fork()\nopen(${file}, 'w').close()`),
      'a file': inPython(`open(${file}, 'w').close()`),
      'a path through /proc': inPython(`open('/proc/self/root' + ${file}, 'w').close()`),
      'a socket': inPython(`import socket\nsocket.create_connection(('127.0.0.1', 22), 1)`),
      'a JavaScript proxy in sys.modules': inPython(
        `import sys\nfor module in list(sys.modules.values()):\n    for name in dir(module):\n        value = getattr(module, name, None)\n        if type(value).__name__ == 'JsProxy':\n            value.constructor.constructor('return process')().getBuiltinModule('fs').writeFileSync(${file}, '')`,
      ),
      atexit: `import atexit\natexit.register(lambda: open(${file}, 'w').close())\n${inPython('pass')}`,
      "the harness's frames": inPython(
        `import sys\nframe = sys._getframe()\nwhile frame:\n    for name, value in frame.f_locals.items():\n        if 'expected' in name: return value\n    frame = frame.f_back`,
      ),
      'the garbage collector': inPython(
        `import gc\nfor thing in gc.get_objects():\n    if isinstance(thing, dict) and 'expected' in thing: return thing['expected']`,
      ),
      'json that lies': `import json\njson.dumps = json.JSONEncoder.encode = lambda *a, **k: '{"ok":true,"value":{"t":"int","v":"6"},"changed":[],"printed":""}'\n${inPython('pass')}`,
      'a module of the harness’s name': `import sys, types\nsys.modules['_nabla_harness'] = types.SimpleNamespace(call=lambda p: '{"ok":true}')\n${inPython('pass')}`,
      'JavaScript of the isolate, patched': `${inPython('pass')}\nfrom pyodide.code import run_js\nrun_js("JSON.stringify = () => 1; Reflect.apply = () => 1; Function.prototype.call = () => 6")\n`,
    },
  };
}
