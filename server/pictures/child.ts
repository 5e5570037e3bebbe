/**
 * The process in which one picture is read: the file comes by its input, what is made of it goes to its output, and it ends. It has
 * no secrets, no rights and no network, and looks itself that it takes no more than it may: reading goes on beside this thread.
 */
import { encode } from './encode.ts';
import { type Answer, TOO_HEAVY } from './words.ts';

const NOBODY = 57_900;

// once everything is loaded; where this is not root there is nothing to give up
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}

const [residentMb = 0, computeMs = 0] = process.argv.slice(2).map(Number);
const before = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(before);
  const heavy = process.memoryUsage.rss() > residentMb * 1024 * 1024 || (user + system) / 1000 > computeMs;
  if (heavy) process.exit(TOO_HEAVY);
}, 10).unref();

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part as Buffer);
const made = await encode(Buffer.concat(parts));
const { bytes, ...told } = 'refused' in made ? { ...made, bytes: Buffer.alloc(0) } : made;
const answer: Answer = told;
process.stdout.end(Buffer.concat([Buffer.from(`${JSON.stringify(answer)}\n`), bytes]));
