/** The resident size of another process. */
import { readFileSync } from 'node:fs';

/** Resident megabytes of a process; null where it is gone, or the system does not tell (no /proc). */
export function residentMb(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
