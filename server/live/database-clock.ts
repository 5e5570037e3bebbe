/**
 * The database's clock, as this process knows it: deadlines and receipts are instants of it, so that several servers
 * agree. The offset is measured again and again; a step of this machine's own clock does not matter in between.
 */
import type pg from 'pg';
import { inTurn, turns } from '../../domain/again-and-again.ts';
import type { Log } from '../log.ts';

export class DatabaseClock {
  #offset = Date.now() - performance.now();
  #timer: NodeJS.Timeout | undefined;
  readonly #pool: pg.Pool;
  readonly #log: Log;

  constructor(pool: pg.Pool, log: Log) {
    this.#pool = pool;
    this.#log = log;
  }

  /** ms since 1970 */
  now(): number {
    return Math.round(performance.now() + this.#offset);
  }

  /** Takes the quickest of three round trips: the shorter the trip, the smaller the error. */
  async measure(): Promise<void> {
    let best = Number.POSITIVE_INFINITY;
    for (let count = 0; count < 3; count++) {
      const sent = performance.now();
      const { rows } = await this.#pool.query('select extract(epoch from clock_timestamp()) * 1000 as now');
      const trip = performance.now() - sent;
      if (trip >= best) continue;
      best = trip;
      this.#offset = Number(rows[0].now) - (sent + trip / 2);
    }
  }

  async start(): Promise<void> {
    await this.measure();
    const again = turns();
    const what = 'the clock of the database could not be measured';
    this.#timer = setInterval(() => void inTurn(this.#log, again, what, () => this.measure()), 10_000);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
