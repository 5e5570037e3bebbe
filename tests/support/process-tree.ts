/** Which processes run below another one, read from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Running {
  pid: number;
  parent: number;
  command: string;
}

function everything(): Running[] {
  return readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry);
    return Number.isInteger(pid) ? (read(pid) ?? []) : [];
  });
}

/** @returns undefined for what has ended, be it that nobody has fetched its exit code yet */
function read(pid: number): Running | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(parent), command };
  } catch {
    return undefined;
  }
}

/** `ancestor` and all that it has started, and what those have started. */
export function processesFrom(ancestor: number): Running[] {
  const itself = read(ancestor);
  return itself === undefined ? [] : [itself, ...processesBelow(ancestor)];
}

/** All that `ancestor` has started, and what those have started. */
export function processesBelow(ancestor: number): Running[] {
  const all = everything();
  const below = new Set([ancestor]);
  for (let before = 0; before !== below.size; ) {
    before = below.size;
    for (const one of all) if (below.has(one.parent)) below.add(one.pid);
  }
  below.delete(ancestor);
  return all.filter((one) => below.has(one.pid));
}

/** The first process below `ancestor` that runs that script. */
export function processBelow(ancestor: number, script: string): number | undefined {
  return processesBelow(ancestor).find((one) => one.command.includes(script))?.pid;
}

/** Kills that one process. The number 0 would mean our own group: a script that is not there is an error. */
export function killBelow(ancestor: number, script: string): number {
  const pid = processBelow(ancestor, script);
  if (pid === undefined) throw new Error(`below ${ancestor} nothing runs ${script}`);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Those that still run, waiting a little for them to end. */
export async function leftOf(processes: readonly Running[], limit = 6_000): Promise<Running[]> {
  for (const deadline = Date.now() + limit; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const left = processes.filter((one) => read(one.pid)?.command === one.command);
    if (left.length === 0 || Date.now() > deadline) return left;
  }
}
