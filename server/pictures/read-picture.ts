/**
 * Reads a picture off the event loop, in a process that is made for it and ends with it: a file that brings it down, or takes more time
 * or memory than it may, ends in a refusal. One at a time; some may wait, the others are told to come again.
 */
import { once } from 'node:events';
import { type Refused, refuse } from '../../domain/refusal.ts';
import type { Encoded } from './encode.ts';
import { beginReading } from './process.ts';
import { answer, LIMITS, type ReadingLimits, TOO_HEAVY } from './words.ts';

const AT_ONCE = 1;
const MOST_WAITING = 5;
const LINE_FEED = 10;

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
  const child = beginReading('child.ts', limits);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limits.clockMs);
  try {
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
