/**
 * What is refused to sockets, for the log: one line for each address and minute, with counts by reason. An address is
 * shortened to its network, and nothing of what was sent is kept.
 */
import { isIPv4 } from 'node:net';
import type { Log } from '../log.ts';

const INTERVAL_MS = 60_000;
/** Fewer a minute are mistyped codes and phones that come back late. */
const WORTH_TELLING = 20;
/** So many addresses are told apart within a minute; those beyond are counted together. */
const MOST_ADDRESSES = 1_000;

/** Counts what is refused, and tells it once a minute where it is much. */
export class RefusalLog {
  readonly #log: Log;
  #counts = new Map<string, Map<string, number>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Counts a refusal by its code, or a connection that was closed by why. */
  count(address: string, reason: string): void {
    const network = networkOf(address);
    const key = this.#counts.has(network) || this.#counts.size < MOST_ADDRESSES ? network : 'others';
    const reasons = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, reasons);
    const count = (reasons.get(reason) ?? 0) + 1;
    reasons.set(reason, count);
    // the first line comes at once: somebody may be watching
    if (this.#timer === undefined && totalOf(reasons) >= WORTH_TELLING) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#tell();
      }, INTERVAL_MS).unref();
      setTimeout(() => this.#tell(), 1_000).unref();
    }
  }

  #tell(): void {
    for (const [network, reasons] of this.#counts)
      if (totalOf(reasons) >= WORTH_TELLING)
        this.#log.warn({ network, refused: Object.fromEntries(reasons) }, 'requests were refused');
    this.#counts = new Map();
  }
}

function totalOf(reasons: ReadonlyMap<string, number>): number {
  return [...reasons.values()].reduce((sum, count) => sum + count, 0);
}

/** The network of an address: the first three of four numbers, or the first three of eight groups. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return `${groups.slice(0, 3).join(':')}::/48`;
}
