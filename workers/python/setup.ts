/**
 * Set-up of Python: NumPy's wheel, the image made from it, both kept in the state folder and tied by hash to all that
 * went in. Called by `npm start` and, where nothing was set up, by the grader itself. The second time it only looks.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../sandbox/command.ts';
import { hasImage, imageNumpy } from './image.ts';
import { findWheel } from './numpy-wheel.ts';
import { deleteLeftParts, deleteOldImages, noteUse, partPrefix } from './old-images.ts';
import { PYODIDE } from './pyodide-folder.ts';

export interface PythonRuntime {
  /** folder of the image */
  image: string;
  /** NumPy's version; null: plain Python only */
  numpy: string | null;
}

export interface SetupOptions {
  /** default: NABLA_STATE, or `.nabla` in the project */
  stateDir?: string | undefined;
  log?: (message: string) => void;
  /** look for a missing wheel again although it was not found a moment ago */
  searchNow?: boolean;
}

export const stateFolder = (stateDir?: string): string =>
  path.resolve(stateDir ?? process.env.NABLA_STATE ?? path.join(PROJECT, '.nabla'));

/** Finds or makes the image; throws where it cannot be made, or its proof fails. */
export async function ensurePythonRuntime(options: SetupOptions = {}): Promise<PythonRuntime> {
  const log = options.log ?? (() => undefined);
  const cache = path.join(stateFolder(options.stateDir), 'cache');
  const wheel = await findWheel(path.join(cache, 'wheels'), log, options.searchNow ?? false);
  const key = imageKey(wheel?.sha256 ?? 'without NumPy');
  const images = path.join(cache, 'python');
  const image = path.join(images, key.slice(0, 16));
  for (const name of await deleteLeftParts(images)) log(`half-made snapshot ${name} of a killed set-up deleted`);
  if (hasImage(image)) {
    await noteUse(image);
    return { image, numpy: imageNumpy(image) };
  }
  await mkdir(images, { recursive: true });
  const part = await mkdtemp(path.join(images, partPrefix()));
  try {
    log('making the snapshot of Python …');
    await makeInChild(part, key, wheel?.file ?? '-');
    log('snapshot of Python made and proved');
    // it is made for its owner alone, and read by pools that run as somebody else
    await chmod(part, 0o755);
    // whoever was quicker has made the same one
    await rename(part, image).catch((error: unknown) => {
      if (!hasImage(image)) throw error;
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  await noteUse(image);
  for (const name of await deleteOldImages(images)) log(`old snapshot ${name} deleted`);
  return { image, numpy: imageNumpy(image) };
}

/** Hash of everything that a snapshot depends on: Node, Pyodide, NumPy, and our own part of it. */
function imageKey(wheel: string): string {
  const hash = createHash('sha256');
  for (const word of [wheel, process.version, process.arch, process.versions.v8]) hash.update(`${word}\n`);
  const own = [
    'absent.py',
    'harness.py',
    'boot.ts',
    'exports.ts',
    'image.ts',
    'lazily.py',
    'make-image.ts',
    'memory-cap.ts',
    'proof.py',
    'runtime.ts',
    'scripts.ts',
    'insides/snapshot.ts',
    'wasm-sections.ts',
    'wheel.ts',
  ];
  const isolate = readdirSync(path.join(import.meta.dirname, 'isolate'))
    .sort()
    .map((name) => path.join('isolate', name));
  const pyodide = ['pyodide.asm.mjs', 'pyodide.asm.wasm', 'pyodide.mjs', 'python_stdlib.zip', 'pyodide-lock.json'];
  for (const name of [...own, ...isolate]) hash.update(readFileSync(path.join(import.meta.dirname, name)));
  for (const name of pyodide) hash.update(readFileSync(path.join(PYODIDE, name)));
  return hash.digest('hex');
}

/** An isolate needs `--no-node-snapshot`, so the image is made in a process of its own. */
function makeInChild(folder: string, key: string, wheel: string): Promise<void> {
  const module = path.join(import.meta.dirname, 'make-image.ts');
  const child = spawn(process.execPath, ['--no-node-snapshot', module, folder, key, wheel], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const note = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4_000);
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // it ends itself by signal: leaving in order crashes beside living isolates
    child.once('close', () =>
      said.includes('image made') ? resolve() : reject(new Error(`the snapshot of Python was not made: ${said}`)),
    );
  });
}
