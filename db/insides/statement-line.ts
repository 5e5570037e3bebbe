/**
 * One prepared statement that runs a hundred times a second, on a connection that is kept while it does. The general client
 * asks for a description of each result, makes an object of each row and gives the connection back each time: more work than
 * all else that a server does for an answer of a live round.
 */
import type pg from 'pg';

export interface Statement {
  /** names it on a connection */
  name: string;
  text: string;
  /** of its one parameter, as text */
  value: string;
}
/** As PostgreSQL writes it. */
export type Row = readonly (string | null)[];
export type RunStatement = (statement: Statement) => Promise<Row[]>;

/** After so long without a statement the connection is the pool's again. */
const KEPT_MS = 500;

/** Runs statements on a connection. */
export function runOn(client: pg.ClientBase, statement: Statement): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    client.query(new Running(statement, resolve, reject));
  });
}

/** One after the other, in the order in which they are asked for. */
export class StatementLine {
  readonly #pool: pg.Pool;
  #kept: pg.PoolClient | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  readonly run: RunStatement = (statement) => {
    this.#waiting += 1;
    const running = this.#last.then(async () => {
      try {
        return await runOn(this.#kept ?? (await this.#keep()), statement);
      } finally {
        this.#waiting -= 1;
        if (this.#idle === undefined) this.#idle = setTimeout(() => this.#giveBack(), KEPT_MS);
        else this.#idle.refresh();
      }
    });
    // whoever asked hears of it; the line goes on
    this.#last = running.catch(() => undefined);
    return running;
  };

  async #keep(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    this.#kept = client;
    client.once('error', this.#lost);
    return client;
  }

  /** The connection broke: what ran on it has failed, and the next statement takes another one. */
  readonly #lost = (error: Error): void => {
    const client = this.#kept;
    this.#kept = undefined;
    client?.release(error);
  };

  #giveBack(): void {
    if (this.#waiting > 0) return void this.#idle?.refresh();
    this.#idle = undefined;
    const client = this.#kept;
    this.#kept = undefined;
    client?.removeListener('error', this.#lost);
    client?.release();
  }
}

/** What pg keeps of a connection: the statements that were prepared on it, which it notes by a query's `name` and `text`. */
type Connection = pg.Connection & { parsedStatements?: Record<string, string | undefined> };

/** Execute the unnamed portal to its end, and Sync (PostgreSQL's documentation, "Message Formats"). */
const EXECUTE_AND_SYNC = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4]);

/** A query as pg runs it: it calls these as messages come. */
class Running implements pg.Submittable {
  readonly name: string;
  readonly text: string;
  readonly #value: string;
  readonly #resolve: (rows: Row[]) => void;
  readonly #reject: (error: Error) => void;
  readonly #rows: Row[] = [];

  constructor({ name, text, value }: Statement, resolve: (rows: Row[]) => void, reject: (error: Error) => void) {
    this.name = name;
    this.text = text;
    this.#value = value;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    const prepared = connection.parsedStatements?.[this.name] !== undefined;
    if (!prepared) connection.parse({ name: this.name, text: this.text, types: [] }, true);
    connection.stream.write(bindAndExecute(this.name, this.#value));
  }

  handleDataRow({ fields }: { fields: Row }): void {
    this.#rows.push(fields);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#rows);
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** Bind to the unnamed portal, one parameter and all results as text, then execute: one message after the other, in one write. */
function bindAndExecute(statement: string, value: string): Buffer {
  const name = Buffer.byteLength(statement);
  const length = Buffer.byteLength(value);
  const bind = 4 + 1 + (name + 1) + 2 + 2 + 4 + length + 2;
  const message = Buffer.alloc(1 + bind + EXECUTE_AND_SYNC.length);
  message[0] = 0x42;
  message.writeInt32BE(bind, 1);
  // at 5 the portal's name, empty; then the statement's, both ended by 0; then no formats: all parameters are text
  message.write(statement, 6);
  let at = 6 + name + 1 + 2;
  message.writeInt16BE(1, at);
  message.writeInt32BE(length, at + 2);
  at += 6 + message.write(value, at + 6) + 2; // no formats: all results are text
  message.set(EXECUTE_AND_SYNC, at);
  return message;
}
