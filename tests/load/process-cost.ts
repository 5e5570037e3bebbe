/** What a process has cost so far, read from /proc: CPU time and resident memory. */
import { readFileSync } from 'node:fs';
import { processesBelow } from '../support/process-tree.ts';

/** User and system time of a process in ms (100 clock ticks a second); with that of its ended children where asked. */
export function cpuMs(pid: number, withEnded = false): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = Number(fields[11]) + Number(fields[12]);
    return 10 * (withEnded ? own + Number(fields[13]) + Number(fields[14]) : own);
  } catch {
    return 0; // it has ended meanwhile
  }
}

/** The same of a process and all below it. */
export function cpuMsOfTree(pid: number): number {
  return processesBelow(pid).reduce((sum, one) => sum + cpuMs(one.pid), cpuMs(pid, true));
}

export function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
