/**
 * The process in which one picture is read: the file comes by its input, what is made of it goes to its output, and it ends. It has
 * no secrets, no rights and no network, and looks itself that it takes no more than it may: reading goes on beside this thread.
 */
import { onItsOwn } from './alone.ts';
import { encode } from './encode.ts';
import type { Answer } from './words.ts';

onItsOwn();

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part as Buffer);
const made = await encode(Buffer.concat(parts));
const { bytes, ...told } = 'refused' in made ? { ...made, bytes: Buffer.alloc(0) } : made;
const answer: Answer = told;
process.stdout.end(Buffer.concat([Buffer.from(`${JSON.stringify(answer)}\n`), bytes]));
