/** Percentiles, and what machine this is. */
import { readFileSync } from 'node:fs';
import os from 'node:os';

/** @param share 0 … 1; nearest rank */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return Math.round((sorted[at] ?? Number.NaN) * 10) / 10;
}

export function machine(): { cpu: string; cores: number; memoryGb: number; node: string; loadBefore: number } {
  return {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    loadBefore: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]),
  };
}

export function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
