/**
 * The process in which pictures are read: without secrets, rights, network or files of its own. It looks itself that it takes no more
 * than it may, and ends with it.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import type { ReadingLimits } from './words.ts';

/** The files are named by the project's folder, in which the server runs: this module itself may stand in a bundle. */
const PROJECT = process.cwd();
/** What it reads of the project while it starts. */
const READS = ['server', 'domain', 'node_modules', 'package.json'].map((name) => path.join(PROJECT, name));

/** @param script of server/pictures/ */
export function beginReading(
  script: string,
  { residentMb, computeMs }: Pick<ReadingLimits, 'residentMb' | 'computeMs'>,
): ChildProcessWithoutNullStreams {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=SecurityWarning',
      '--max-old-space-size=256',
      '--permission',
      '--allow-addons',
      ...READS.map((one) => `--allow-fs-read=${one}`),
      path.join(PROJECT, 'server/pictures', script),
      String(residentMb),
      String(computeMs),
    ],
    // a session of its own: Ctrl-C at the terminal is for whoever runs the server
    {
      env: { NODE_ENV: 'production', VIPS_DISC_THRESHOLD: '1g' },
      cwd: '/',
      stdio: 'pipe',
      detached: true,
    },
  );
  // it may end before it has taken everything
  child.stdin.on('error', () => undefined);
  return child;
}
