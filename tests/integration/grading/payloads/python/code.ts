/** Code in disguise: import machinery, code objects, marshalled bytecode, pickles, codecs. */
import { attacks, inPython } from '../payload.ts';

const RUN = '"__import__(\'os\').system(TOUCH)"';

export const imports = attacks(
  { language: 'python', class: 'importlib tricks', kind: 'marker', control: 'plain' },
  {
    'importlib.import_module': inPython('import importlib\nimportlib.import_module("os").system(TOUCH)'),
    'importlib.__import__': inPython('import importlib\nimportlib.__import__("posix").system(TOUCH)'),
    'importlib.reload': inPython('import importlib, posix\nimportlib.reload(posix).system(TOUCH)'),
    'the importer of built-in modules': inPython(
      'from importlib.machinery import BuiltinImporter\nBuiltinImporter.load_module("posix").system(TOUCH)',
    ),
    'a spec of a built-in module': inPython(
      'from importlib.util import find_spec, module_from_spec\nspec = find_spec("posix")\nmade = module_from_spec(spec)\nspec.loader.exec_module(made)\nmade.system(TOUCH)',
    ),
    '_imp.create_builtin': inPython(
      'import _imp, importlib.machinery as machinery\n_imp.create_builtin(machinery.ModuleSpec("posix", None)).system(TOUCH)',
    ),
    _frozen_importlib: inPython('import _frozen_importlib\n_frozen_importlib._gcd_import("posix").system(TOUCH)'),
    'the bootstrap of importlib': inPython(
      'import importlib._bootstrap_external as external\nexternal._os.system(TOUCH)',
    ),
    'a loader of its own': inPython(
      'import sys, importlib.abc, importlib.machinery\nclass Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):\n    def find_spec(self, name, path, target=None):\n        if name == "mine": return importlib.machinery.ModuleSpec(name, self)\n    def create_module(self, spec): return None\n    def exec_module(self, module): __import__("os").system(TOUCH)\nsys.meta_path.insert(0, Finder())\nimport mine',
    ),
    'a module that is written': inPython(
      'import sys\nopen("/tmp/mine1.py", "w").write("import os; os.system(" + repr(TOUCH) + ")")\nsys.path.insert(0, "/tmp")\nimport mine1',
    ),
    'a module in an archive': inPython(
      'import sys, zipfile\nwith zipfile.ZipFile("/tmp/mine.zip", "w") as archive: archive.writestr("mine2.py", "import os; os.system(" + repr(TOUCH) + ")")\nsys.path.insert(0, "/tmp/mine.zip")\nimport mine2',
    ),
    'a module run by its path': inPython(
      'import runpy\nopen("/tmp/mine3.py", "w").write("import os; os.system(" + repr(TOUCH) + ")")\nrunpy.run_path("/tmp/mine3.py")',
    ),
    'a file of the site': inPython(
      'import site, os\nos.makedirs("/tmp/site", exist_ok=True)\nopen("/tmp/site/x.pth", "w").write("import os; os.system(" + repr(TOUCH) + ")\\n")\nsite.addsitedir("/tmp/site")',
    ),
    'a hook of paths': inPython(
      'import sys\ndef hook(path):\n    __import__("os").system(TOUCH)\n    raise ImportError\nsys.path_hooks.insert(0, hook)\nsys.path.append("/nowhere")\ntry: import nothing_like_this\nexcept ImportError: pass',
    ),
  },
);

export const code = attacks(
  { language: 'python', class: 'code objects, pickles and codecs', kind: 'marker', control: 'plain' },
  {
    eval: inPython(`eval(${RUN})`),
    exec: inPython(`exec(${RUN})`),
    compile: inPython(`exec(compile(${RUN}, "", "exec"))`),
    'a tree of syntax': inPython(`import ast\nexec(compile(ast.parse(${RUN}), "", "exec"))`),
    'a tree of syntax by hand': inPython(
      'import ast, os\ncall = ast.Call(ast.Attribute(ast.Name("os", ast.Load()), "system", ast.Load()), [ast.Name("TOUCH", ast.Load())], [])\neval(compile(ast.fix_missing_locations(ast.Expression(call)), "", "eval"))',
    ),
    'code with other constants': inPython(
      'def call(): return __import__("os").system("true")\ncall.__code__ = call.__code__.replace(co_consts=tuple(TOUCH if one == "true" else one for one in call.__code__.co_consts))\ncall()',
    ),
    'code with other names': inPython(
      'import os\ndef call(): return os.getenv(TOUCH)\ncall.__code__ = call.__code__.replace(co_names=tuple("system" if one == "getenv" else one for one in call.__code__.co_names))\ncall()',
    ),
    'a function made of code': inPython(
      `import types\ntypes.FunctionType(compile(${RUN}, "", "eval"), {"TOUCH": TOUCH, "__builtins__": __builtins__})()`,
    ),
    'marshalled bytecode': inPython(`import marshal\nexec(marshal.loads(marshal.dumps(compile(${RUN}, "", "exec"))))`),
    'marshalled bytecode in base64': inPython(
      `import marshal, base64\nexec(marshal.loads(base64.b64decode(base64.b64encode(marshal.dumps(compile(${RUN}, "", "exec"))))))`,
    ),
    'compiled files': inPython(
      'import py_compile, runpy\nopen("/tmp/mine4.py", "w").write("import os; os.system(" + repr(TOUCH) + ")")\nrunpy.run_path(py_compile.compile("/tmp/mine4.py", "/tmp/mine4.pyc"))',
    ),
    'compressed code': inPython(`import zlib\nexec(zlib.decompress(zlib.compress(${RUN}.encode())))`),
    rot13: inPython('import codecs\nexec(codecs.decode("__vzcbeg__(\'bf\').flfgrz(GBHPU)", "rot13"))'),
    'a codec of its own': inPython(
      'import codecs, os\ndef search(name):\n    if name == "mine": return codecs.CodecInfo(lambda text, errors="strict": (b"", os.system(TOUCH) * 0), None, name=name)\ncodecs.register(search)\n"x".encode("mine")',
    ),
    'an error handler of codecs': inPython(
      'import codecs, os\ncodecs.register_error("mine", lambda error: ("", os.system(TOUCH) * 0 + error.end))\n"\\u20ac".encode("ascii", "mine")',
    ),
    'a source in another encoding': inPython('exec(b"# coding: utf-7\\n+AF8AXw-import__(\'os\').system(TOUCH)")'),
    'a pickle': inPython('import pickle\npickle.loads(b"cposix\\nsystem\\n(V" + TOUCH.encode() + b"\\ntR.")'),
    'a pickle of an object': inPython(
      'import pickle, os\nclass Run:\n    def __reduce__(self): return (os.system, (TOUCH,))\npickle.loads(pickle.dumps(Run()))',
    ),
    'a pickle of an object, by copy': inPython(
      'import copy, os\nclass Run:\n    def __reduce__(self): return (os.system, (TOUCH,))\ncopy.copy(Run())',
    ),
    'an unpickler of its own': inPython(
      'import io, os, pickle\nclass Run(pickle.Unpickler):\n    def find_class(self, module, name): return os.system\nRun(io.BytesIO(b"cx\\ny\\n(V" + TOUCH.encode() + b"\\ntR.")).load()',
    ),
    copyreg: inPython(
      'import copyreg, copy, os\nclass Run: pass\ncopyreg.pickle(Run, lambda one: (os.system, (TOUCH,)))\ncopy.copy(Run())',
    ),
    'a shelf': inPython(
      'import io, os, pickle, shelve\nclass Run:\n    def __reduce__(self): return (os.system, (TOUCH,))\nkept = shelve.Shelf({})\nkept["x"] = Run()\nkept["x"]',
    ),
    'a hook of JSON': inPython('import json, os\njson.loads("{}", object_hook=lambda one: os.system(TOUCH))'),
    'an encoder of JSON': inPython('import json, os\njson.dumps({1, 2}, default=lambda one: os.system(TOUCH))'),
    'a parser of options': inPython(
      'import argparse, os\nparser = argparse.ArgumentParser()\nparser.add_argument("x", type=os.system)\nparser.parse_args([TOUCH])',
    ),
    'a handler of XML': inPython(
      'import os\nfrom xml.parsers import expat\nparser = expat.ParserCreate()\nparser.StartElementHandler = lambda *rest: os.system(TOUCH)\nparser.Parse("<x/>")',
    ),
    'a function of a database': inPython(
      'import sqlite3, os\nbase = sqlite3.connect(":memory:")\nbase.create_function("run", 1, os.system)\nbase.execute("select run(?)", (TOUCH,)).fetchall()',
    ),
  },
);
