/** Modules and bindings of Node, where a submission shares the host's context. */
import { attacks, inJs } from '../payload.ts';

const FS = '.writeFileSync(MARKER, "");';

export const modules = attacks(
  { language: 'javascript', class: 'require, import and process bindings', kind: 'marker', control: 'shared' },
  {
    'the global process': inJs('leave(process);'),
    'the global process by name': inJs("leave(globalThis['pro' + 'cess']);"),
    'process by global': inJs('leave(global.process);'),
    require: inJs(`require('fs')${FS}`),
    'require by a renamed module': inJs(`require('node:' + 'fs')${FS}`),
    'a dynamic import': inJs("import('node:fs').then((fs) => fs.writeFileSync(MARKER, ''));"),
    'a dynamic import by await': inJs("(async () => (await import('fs')).writeFileSync(MARKER, ''))();"),
    'a dynamic import of a data address': inJs(
      "import('data:text/javascript,' + encodeURIComponent('import fs from \"node:fs\"; fs.writeFileSync(' + JSON.stringify(MARKER) + ', \"\")'));",
    ),
    'a dynamic import inside eval': inJs(
      "(0, eval)(\"import('node:fs')\").then((fs) => fs.writeFileSync(MARKER, ''));",
    ),
    'process.mainModule': inJs(`process.mainModule.require('fs')${FS}`),
    'the module loader': inJs(`module.constructor._load('fs')${FS}`),
    'the module loader by require.main': inJs(`require.main.constructor._load('fs')${FS}`),
    createRequire: inJs(`process.getBuiltinModule('module').createRequire('/x.js')('fs')${FS}`),
    'the binding that spawns': inJs(
      "process.binding('spawn_sync').spawn({ file: 'touch', args: ['touch', MARKER], envPairs: ['PATH=/bin:/usr/bin'], stdio: [{ type: 'ignore' }, { type: 'ignore' }, { type: 'ignore' }] });",
    ),
    'a child process': inJs("require('child_process').execFileSync('touch', [MARKER]);"),
    'a shell': inJs("process.getBuiltinModule('child_process').execSync('touch ' + MARKER);"),
    'a worker': inJs(
      `const { Worker } = require('worker_threads'); new Worker("require('fs').writeFileSync(" + JSON.stringify(MARKER) + ", '')", { eval: true });`,
    ),
    'another context': inJs("require('vm').runInThisContext('leave => leave(process)')(leave);"),
    'an inspector': inJs(
      "const { Session } = require('inspector'); const session = new Session(); session.connect(); session.post('Runtime.evaluate', { includeCommandLineAPI: true, expression: 'require(\"fs\").writeFileSync(' + JSON.stringify(MARKER) + ', \"\")' });",
    ),
    'a report of the process': inJs('process.report.excludeNetwork = true; process.report.writeReport(MARKER);'),
    'a Unix socket as marker': inJs("require('net').createServer().listen(MARKER);"),
    'an append stream': inJs("require('fs').createWriteStream(MARKER).end('');"),
    'a promise of the file system': inJs("require('fs/promises').writeFile(MARKER, '');"),
    'a database of Node': inJs("new (require('node:sqlite').DatabaseSync)(MARKER).exec('create table t (x)');"),
  },
);
