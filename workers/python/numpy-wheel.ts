/** The NumPy wheel that Pyodide's own lock file names: found once, checked against the lock's sha256, kept. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { wheelSources } from './numpy-sources.ts';
import { PYODIDE } from './pyodide-folder.ts';

const lockFile = z.object({
  packages: z.object({ numpy: z.object({ file_name: z.string(), sha256: z.string(), version: z.string() }) }),
});
const manifest = z.object({ version: z.string() });

/** After a search that found nothing, it is not repeated for so long unless asked for. */
const SEARCH_AGAIN_MS = 10 * 60_000;

export interface Wheel {
  file: string;
  sha256: string;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The kept wheel, or one from the sources; null where all fail, or NABLA_NUMPY=off says to do without (`log` is told why, and
 * what to do). A file that does not match is never used.
 */
export async function findWheel(
  cache: string,
  log: (message: string) => void,
  searchNow: boolean,
): Promise<Wheel | null> {
  const json = (name: string): unknown => JSON.parse(readFileSync(path.join(PYODIDE, name), 'utf8'));
  const { numpy } = lockFile.parse(json('pyodide-lock.json')).packages;
  const file = path.join(cache, numpy.file_name);
  const found: Wheel = { file, sha256: numpy.sha256 };
  const supply =
    `plain Python is graded, exercises with NumPy are not. To have it, put ${numpy.file_name} into a folder, set ` +
    'NABLA_NUMPY_WHEEL_DIR to that folder, and start again.';
  // an operator who knows that there is none may spare the search
  if (process.env.NABLA_NUMPY === 'off') {
    log(`NumPy is switched off (NABLA_NUMPY=off): ${supply.replace('To have it,', 'To have it, take that away,')}`);
    return null;
  }
  if (existsSync(file) && sha256(await readFile(file)) === numpy.sha256) return found;
  const missing = path.join(cache, 'numpy-not-found');
  if (!searchNow && (await isRecent(missing))) {
    log(`NumPy is missing (not found a moment ago): ${supply}`);
    return null;
  }
  await mkdir(cache, { recursive: true });
  const { version } = manifest.parse(json('package.json'));
  for (const source of wheelSources(numpy.file_name, version, process.env.NABLA_NUMPY_WHEEL_DIR)) {
    try {
      const bytes = await source.fetch();
      if (bytes === null) continue;
      const sum = sha256(bytes);
      if (sum !== numpy.sha256) throw new Error(`its sha256 is ${sum}, not ${numpy.sha256}`);
      const part = `${file}.${process.pid}.part`;
      await writeFile(part, bytes);
      await rename(part, file);
      log(`NumPy ${numpy.version} from ${source.name}, checked`);
      return found;
    } catch (error) {
      log(`no NumPy from ${source.name}: ${reasonOf(error)}`);
    }
  }
  await writeFile(missing, '');
  log(`NumPy is missing: ${supply}`);
  return null;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message.split('\n')[0]}${cause}`;
}

async function isRecent(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs < SEARCH_AGAIN_MS;
  } catch {
    // not there
    return false;
  }
}
