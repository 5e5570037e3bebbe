/**
 * The one connection to PostgreSQL of a process: Prisma for what is stored, and its pool for plain SQL.
 * Next bundles pages into a module graph of their own, so the client is kept on `globalThis`.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
/** What queries take: the client, or a transaction of it. */
export type Queryable = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

interface Connection {
  url: string;
  pool: pg.Pool;
  client: PrismaClient;
}

declare global {
  var nablaConnection: Connection | undefined;
}

/** Opens the process's connection; a second call with the same address gives the same one. */
export function connect(url: string, options: { connections?: number } = {}): Connection {
  if (globalThis.nablaConnection?.url === url) return globalThis.nablaConnection;
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // an idle connection that breaks (PostgreSQL restarted) must not end the process: the pool opens a new one
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    // a rush waits its turn: two seconds, the default, is less than a class handing in at once may need
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  });
  globalThis.nablaConnection = { url, pool, client };
  return globalThis.nablaConnection;
}

function connection(): Connection {
  const url = process.env.DATABASE_URL;
  if (globalThis.nablaConnection === undefined && url === undefined) throw new Error('DATABASE_URL is not set');
  return globalThis.nablaConnection ?? connect(url ?? '');
}

export function database(): PrismaClient {
  return connection().client;
}

/** For plain SQL where each millisecond counts (answers of a live round). */
export function pool(): pg.Pool {
  return connection().pool;
}

/** Ends the connections, once; nothing where there are none. */
export async function disconnect(): Promise<void> {
  const open = globalThis.nablaConnection;
  globalThis.nablaConnection = undefined;
  await open?.client.$disconnect();
  if (open !== undefined && !open.pool.ended) await open.pool.end();
}
