/**
 * Reads a picture off the event loop, in a process that is made for it and ends with it: a file that brings it down, or takes more time
 * or memory than it may, ends in a refusal. One at a time; some may wait, the others are told to come again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Refused, refuse } from '../../domain/refusal.ts';
import type { Encoded } from './encode.ts';
import { answer, LIMITS, type ReadingLimits, TOO_HEAVY } from './words.ts';

const AT_ONCE = 1;
const MOST_WAITING = 5;
const LINE_FEED = 10;

/** The file is named by the project's folder, in which the server runs: this module itself may stand in a bundle. */
const PROJECT = process.cwd();
const CHILD = path.join(/* turbopackIgnore: true */ PROJECT, 'server/pictures/child.ts');
/** What it reads of the project while it starts. */
const READS = ['server', 'domain', 'node_modules', 'package.json'].map((name) => path.join(PROJECT, name));

let running = 0;
const waiting: (() => void)[] = [];

/**
 * @param file bounded by whoever received it
 * @throws where the process that reads could not begin: a fault of ours
 */
export async function readPicture(file: Uint8Array, limits = LIMITS): Promise<({ ok: true } & Encoded) | Refused> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return refuse('pictureRefused', 'busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await readAlone(file, limits);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

async function readAlone(file: Uint8Array, limits: ReadingLimits): Promise<({ ok: true } & Encoded) | Refused> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=SecurityWarning',
      '--max-old-space-size=256',
      '--permission',
      '--allow-addons',
      ...READS.map((one) => `--allow-fs-read=${one}`),
      CHILD,
      String(limits.residentMb),
      String(limits.computeMs),
    ],
    // a session of its own: Ctrl-C at the terminal is for whoever runs the server
    {
      env: { NODE_ENV: 'production', VIPS_DISC_THRESHOLD: '1g' },
      cwd: '/',
      stdio: 'pipe',
      detached: true,
    },
  );
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.clockMs);
  try {
    // it may end before it has taken everything
    child.stdin.on('error', () => undefined);
    const parts: Buffer[] = [];
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-2_000);
    });
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    child.stdin.end(file);
    const [code] = await closed;
    if (late || code === TOO_HEAVY) return refuse('pictureRefused', 'heavy');
    const told = Buffer.concat(parts);
    const end = told.indexOf(LINE_FEED);
    const read = code === 0 && end > 0 ? answer.safeParse(JSON.parse(told.subarray(0, end).toString())) : undefined;
    // 1: something of ours is missing or wrong, and would be for every picture
    if (code === 1) throw new Error(`a picture could not be read: ${said}`);
    // it was brought down by what it read
    if (read?.success !== true) return refuse('pictureRefused', 'broken');
    if ('refused' in read.data) return refuse('pictureRefused', read.data.refused);
    return { ok: true, ...read.data, bytes: told.subarray(end + 1) };
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
