/**
 * Makes the image of an interpreter: boots Pyodide afresh, imports NumPy and what students import beside it, installs
 * the harness, and takes a snapshot. Runs as a process of its own (`--no-node-snapshot`):
 * parameters: folder to fill, key, and the NumPy wheel or `-`.
 */
import { readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { callReport } from '../../domain/judging/report.ts';
import { type Booted, boot } from './boot.ts';
import { type Image, readImage, replay, writeImage } from './image.ts';
import { memoryOf } from './insides/snapshot.ts';
import { openInterpreter } from './interpreter.ts';
import { loadRuntime } from './runtime.ts';
import { readWheel } from './wheel.ts';

const PROOF_MS = 30_000;

/** Imported before the snapshot is taken: free for a student, and every extension module of NumPy is linked. */
const IMPORTS = `
import abc, array, bisect, cmath, collections.abc, contextlib, copy, dataclasses, datetime, decimal, enum, fractions
import functools, heapq, inspect, itertools, json, linecache, math, operator, random, re, statistics, string, textwrap
import time, traceback, types, typing, warnings
`;
const NUMPY_IMPORTS = `
import numpy, numpy.char, numpy.core, numpy.ctypeslib, numpy.fft, numpy.linalg, numpy.ma, numpy.polynomial, numpy.random
import numpy.rec, numpy.strings, numpy.testing, numpy.typing
import importlib, pathlib
for _file in sorted(pathlib.Path(numpy.__file__).parent.rglob('*.so')):
    _name = '.'.join(_file.relative_to(pathlib.Path(numpy.__file__).parent.parent).parts).split('.cpython')[0]
    if 'tests' not in _name:
        importlib.import_module(_name)
del _file, _name, importlib, pathlib
_rng = numpy.random.default_rng(0)
_a = _rng.normal(size=(3, 3))
numpy.linalg.inv(_a) @ _a; numpy.linalg.eigh(_a + _a.T); numpy.fft.ifft(numpy.fft.fft(_a[0])); repr(_a); str(_a)
del _rng, _a
`;

async function python(booted: Booted, code: string): Promise<unknown> {
  return booted.context.evalClosure('return $0.python.runPython($1)', [booted.inside.derefInto(), code], {
    timeout: 60_000,
  });
}

/** Python that makes a module of the harness's source. */
function installHarness(): string {
  const source = readFileSync(path.join(import.meta.dirname, 'harness.py'), 'utf8');
  return `
import sys as _sys, types as _types
_module = _types.ModuleType('_nabla_harness')
exec(compile(${JSON.stringify(source)}, '<harness>', 'exec'), _module.__dict__)
_sys.modules['_nabla_harness'] = _module
del _sys, _types, _module
`;
}

/** What the isolate tells of where everything lies. */
const PLACES = `
const { libraries, table, freeTableIndexes } = $0.module.__linker;
const handles = {};
for (const [handle, library] of Object.entries(libraries.loadedLibsByHandle)) {
  if (Number(handle) !== 0) (handles[library.name] ??= []).push(Number(handle));
}
return JSON.stringify({
  sides: __sides.map((side) => ({ ...side, handles: handles[side.path] ?? [] })),
  heapBytes: $0.module.HEAP8.length,
  tableLength: table.length,
  freeTable: [...freeTableIndexes()],
});
`;

/** Pyodide refuses a snapshot while it lists loaded packages (slot 6 of its table of JavaScript objects): the list is emptied. */
const SNAPSHOT = `
const loaded = $0.module.__hiwire_get(6);
for (const name of Object.keys(loaded)) delete loaded[name];
return new Uint8Array($0.python.makeMemorySnapshot({ serializer: () => ({ skip: 1 }) }));
`;

/** `wheel`: NumPy's, or null for an interpreter without it. */
export async function makeImage(key: string, wheel: Uint8Array | null): Promise<Image> {
  const packages = wheel && readWheel(wheel, true);
  const runtime = await loadRuntime({ packages });
  const booted = await boot(runtime, { recording: true });
  await python(booted, IMPORTS + (packages ? NUMPY_IMPORTS : ''));
  const numpy = packages ? String(await python(booted, 'numpy.__version__')) : null;
  for (const name of ['absent.py', ...(packages ? ['lazily.py'] : [])])
    await python(booted, readFileSync(path.join(import.meta.dirname, name), 'utf8'));
  await python(booted, installHarness());
  await python(
    booted,
    "import gc\nfor _name in [n for n in globals() if n[:2] != '__']: del globals()[_name]\nimport gc; gc.collect(); gc.freeze(); del gc",
  );
  const snapshot: unknown = await booted.context.evalClosure(SNAPSHOT, [booted.inside.derefInto()], {
    result: { copy: true },
  });
  const places: unknown = await booted.context.evalClosure(PLACES, [booted.inside.derefInto()]);
  if (!(snapshot instanceof Uint8Array)) throw new Error('no snapshot was given');
  const image: Image = {
    key,
    cleared: [],
    numpy,
    replay: replay.parse(JSON.parse(String(places))),
    exports: runtime.exports,
    snapshot: new Uint8Array(snapshot),
    files: wheel ? readWheel(wheel, false) : { index: '[]', bytes: new Uint8Array(0) },
    sides: packages?.sides ?? new Map(),
  };
  booted.isolate.dispose();
  return { ...image, cleared: await writtenByLinking(image) };
}

/** What restoring an image does to the memory, as isolate/look.js tells it. */
async function lookAtRestoring(image: Image): Promise<{ written: number[]; differs: number }> {
  const look = readFileSync(path.join(import.meta.dirname, 'isolate', 'look.js'), 'utf8');
  const whole = memoryOf(image.snapshot).slice();
  const { isolate, context } = await boot(await loadRuntime({ image }), { look, whole });
  const told: unknown = await context.eval('JSON.stringify({ written: __written, differs: __differs })');
  isolate.dispose();
  return looked.parse(JSON.parse(String(told)));
}
const looked = z.object({ written: z.array(z.number()), differs: z.number() });

/** Pages that have to be emptied before a snapshot is put back. */
async function writtenByLinking(image: Image): Promise<number[]> {
  return (await lookAtRestoring(image)).written;
}

/** Restores an interpreter from the image on disk and has it compute known values; throws where one is wrong. */
async function prove(folder: string): Promise<void> {
  const image = readImage(folder);
  const { written, differs } = await lookAtRestoring(image);
  if (differs >= 0) throw new Error(`the memory is not as it was at byte ${differs}`);
  if (written.join() !== image.cleared.join()) throw new Error('linking has written other pages than before');
  const interpreter = await openInterpreter(await loadRuntime({ image }));
  const source = readFileSync(path.join(import.meta.dirname, 'proof.py'), 'utf8');
  const load = await interpreter.load(source, 'proof', 1, PROOF_MS);
  const text = await interpreter.call(JSON.stringify([{ type: 'value', value: image.numpy !== null }]), PROOF_MS);
  const report = callReport.parse(JSON.parse(text));
  const checks = report.ok && report.value.t === 'list' ? report.value.v : [];
  const failed = checks.flatMap((check, index) => (check.t === 'bool' && check.v ? [] : [index]));
  if (checks.length === 0 || failed.length > 0) throw new Error(`proof failed at ${failed.join()}: ${load} ${text}`);
}

if (import.meta.main) {
  const [folder = '', key = '', wheel = '-'] = process.argv.slice(2);
  try {
    writeImage(folder, await makeImage(key, wheel === '-' ? null : readFileSync(wheel)));
    await prove(folder);
    writeSync(1, 'image made\n');
  } catch (error) {
    writeSync(2, error instanceof Error ? `${error.stack}\n` : `${String(error)}\n`);
  }
  process.kill(process.pid, 'SIGKILL');
}
