/** The resident size of another process. */
import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** Resident megabytes of a process; null where it is gone, or the system does not tell (no /proc). */
export function residentMb(pid: number): number | null {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isFinite(pages) ? (pages * PAGE_BYTES) / 2 ** 20 : null;
  } catch {
    return null;
  }
}
