/**
 * The database's clock, as this process knows it: deadlines and receipts are instants of it, so that several servers
 * agree. The offset is measured again and again; a step of this machine's own clock does not matter in between.
 */
import type pg from 'pg';

export class DatabaseClock {
  #offset = Date.now() - performance.now();
  #timer: NodeJS.Timeout | undefined;
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
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
    this.#timer = setInterval(() => void this.measure().catch(() => undefined), 10_000);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
