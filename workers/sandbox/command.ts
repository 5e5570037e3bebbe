/** How a sandbox process is started: an empty environment, limits of the operating system, no network where we may cut it. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface Command {
  file: string;
  arguments: string[];
}

export const PROJECT = path.resolve(import.meta.dirname, '../..');
/** What a sandbox process reads of the project while it starts: code, and nothing that was stored. */
const PROGRAM = ['workers', 'domain', 'node_modules', 'package.json'].map((name) => path.join(PROJECT, name));
/** Of all sandboxes of one user number: Node and V8 take about 15 each, and several pools may share a machine. */
export const MOST_THREADS = 256;
/** node-gyp-build looks for this file to choose the binary of isolated-vm. */
const ALPINE_MARK = '/etc/alpine-release';

export interface ChildOptions {
  /** the module that the child runs */
  module: string;
  /** folders it may read while it loads */
  reads: string[];
  /** anonymous memory that the operating system grants it, in MB */
  dataMb: number;
  parameters: string[];
  /** of Node and V8, beside what every child has */
  flags?: string[];
}

/**
 * The command line of a child. `ulimit` bounds what the isolate's own limit does not: data (V8 dies of `-v`, not of `-d`),
 * files written (none), open files, core files, and processes with their threads (where we are root: they are counted by user,
 * and only then has the child one of its own); Node's permission model refuses files, processes and workers to any
 * JavaScript that should reach Node; `unshare` takes the network away where we are root.
 */
export function childCommand(options: ChildOptions): Command {
  const node = [
    process.execPath,
    '--no-node-snapshot',
    '--disable-warning=SecurityWarning',
    '--disable-warning=ExperimentalWarning',
    '--permission',
    '--allow-addons',
    ...[...PROGRAM, ALPINE_MARK, ...options.reads].map((folder) => `--allow-fs-read=${folder}`),
    ...(options.flags ?? []),
    options.module,
    ...options.parameters,
  ];
  // the shells call it by two names
  const most = isRoot() ? `ulimit -p ${MOST_THREADS} 2>/dev/null || ulimit -u ${MOST_THREADS}; ` : '';
  const limits = `ulimit -c 0; ulimit -f 0; ulimit -n 256; ulimit -d ${options.dataMb * 1024}; ${most}exec "$@"`;
  return {
    file: '/bin/sh',
    arguments: ['-c', limits, 'sandbox', ...(cutsNetwork() ? ['unshare', '--net'] : []), ...node],
  };
}

const isRoot = (): boolean => process.getuid?.() === 0;

let cuts: boolean | undefined;
/** Whether a process without network can be made here (root on Linux, and not in a container that forbids it). */
export function cutsNetwork(): boolean {
  cuts ??= isRoot() && works('unshare', ['--net', 'true']);
  return cuts;
}

function works(file: string, parameters: string[]): boolean {
  try {
    execFileSync(file, parameters, { stdio: 'ignore', timeout: 5_000 });
    return true;
  } catch {
    // not installed, or not allowed here
    return false;
  }
}
