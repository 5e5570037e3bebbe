/** What another process takes of the machine: resident memory, and time on the processor. */
import { readFileSync } from 'node:fs';

/** Resident megabytes of a process; null where it is gone, or the system does not tell (no /proc). */
export function residentMb(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    // as it says above
    return null;
  }
}

/** The kernel tells processor time in this unit to everybody (USER_HZ), whatever its own clock. */
const TICK_MS = 10;

/** Milliseconds that all threads of a process have computed; null where it is gone, or the system does not tell. */
export function computedMs(pid: number): number | null {
  try {
    // the name of the program stands in parentheses and may hold anything; user and system time are fields 14 and 15
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(ticks) ? ticks * TICK_MS : null;
  } catch {
    return null;
  }
}
