/**
 * What Prometheus reads of a server at `/metrics`: the process, requests by kind and how long they took, sockets, answers of
 * live rooms, the connections to PostgreSQL, and what waits to be graded. Nothing in it names a person, a class or a room.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countWaiting } from '../db/queue.ts';

/** Seconds, from what a page out of a cache takes to what nobody waits for. */
const REQUEST_SECONDS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];
const STORE_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5];

export interface MetricsOptions {
  /** what a reader has to show: Authorization: Bearer … */
  token: string;
  pool: pg.Pool;
  /** connections of pages and phones now */
  sockets(): number;
  /** rooms that somebody here looks at now */
  rooms(): number;
  /** what stands could not be read: whoever asked is told no more than that */
  failed(error: unknown): void;
}

export class Metrics {
  readonly #registry = new Registry();
  readonly #token: Buffer;
  readonly #requests: Histogram<'kind' | 'status'>;
  readonly #answers: Counter;
  readonly #stored: Histogram;
  readonly #failed: MetricsOptions['failed'];

  constructor({ token, pool, sockets, rooms, failed }: MetricsOptions) {
    const registers = [this.#registry];
    this.#failed = failed;
    this.#token = Buffer.from(token);
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: 'nabla_request_seconds',
      help: 'Requests over HTTP by kind (page, data, file) and class of status',
      labelNames: ['kind', 'status'],
      buckets: REQUEST_SECONDS,
      registers,
    });
    this.#answers = new Counter({ name: 'nabla_live_answers_total', help: 'Answers of live rooms', registers });
    this.#stored = new Histogram({
      name: 'nabla_live_store_seconds',
      help: 'Storing a group of answers, until they are committed',
      buckets: STORE_SECONDS,
      registers,
    });
    gauge('nabla_sockets', 'Connections of pages and phones', sockets);
    gauge('nabla_live_rooms', 'Rooms that somebody looks at through this server', rooms);
    gauge('nabla_database_connections', 'Connections to PostgreSQL', () => pool.totalCount);
    gauge('nabla_database_waiting', 'Queries that wait for a connection', () => pool.waitingCount);
    const jobs = new Gauge({
      name: 'nabla_jobs',
      help: 'What waits to be graded, of all servers, by task',
      labelNames: ['task'],
      registers,
      collect: async () => {
        jobs.reset();
        for (const { task, count } of await countWaiting(pool)) jobs.set({ task }, count);
      },
    });
    // asked for by itself: all are collected at the same time
    const oldest: Gauge = new Gauge({
      name: 'nabla_jobs_oldest_seconds',
      help: 'How long the oldest of them has waited',
      registers,
      collect: async () => oldest.set(Math.max(0, ...(await countWaiting(pool)).map(({ seconds }) => seconds))),
    });

    function gauge(name: string, help: string, read: () => number): void {
      const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(read()) });
    }
  }

  /** Counts a request once it is answered. */
  follow(request: IncomingMessage, response: ServerResponse): void {
    const kind = kindOf(request.url ?? '');
    const since = performance.now();
    response.once('finish', () =>
      this.#requests.observe(
        { kind, status: `${Math.floor(response.statusCode / 100)}xx` },
        (performance.now() - since) / 1000,
      ),
    );
  }

  /** A group of answers is committed. @param ms what its statement took */
  stored(answers: number, ms: number): void {
    this.#answers.inc(answers);
    this.#stored.observe(ms / 1000);
  }

  /** Answers who reads: with the token, what stands; else that it is asked for. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const shown = Buffer.from(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (shown.length !== this.#token.length || !timingSafeEqual(shown, this.#token)) {
      response.writeHead(401, { 'content-type': 'text/plain; charset=utf-8', 'www-authenticate': 'Bearer' });
      response.end('Show the token of NABLA_METRICS: Authorization: Bearer …\n');
      return;
    }
    try {
      const text = await this.#registry.metrics();
      response.writeHead(200, { 'content-type': this.#registry.contentType, 'cache-control': 'no-store' });
      response.end(text);
    } catch (error) {
      this.#failed(error);
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Not now: the log says why.\n');
    }
  }
}

/** Few kinds, so that a scanner's thousand addresses do not become a thousand rows. */
function kindOf(url: string): 'page' | 'data' | 'file' {
  if (url.startsWith('/api/')) return 'data';
  return /^\/(?:_next|pictures)\//.test(url) || /^\/[\w.-]+\.(svg|png|ico|txt|webmanifest)(\?|$)/.test(url)
    ? 'file'
    : 'page';
}
