/**
 * The line of a page to the server: one connection, and for a moment two. A connection that died without a word looks like
 * a slow one, so a second one is opened beside it and both are asked; whichever answers first stays. Who listens to the
 * line hears the one that stays.
 */

/** Of any event; who uses a line types them. */
type Listener = (...args: unknown[]) => void;

/** What of a socket the line uses; socket.io's has it. */
export interface LineSocket {
  readonly connected: boolean;
  close(): unknown;
}

export interface LineOptions<S extends LineSocket> {
  /** a new connection, which connects and comes back by itself */
  open(): S;
  /** asks a connection for any reply; settles when it comes, and never where none does */
  probe(socket: S): Promise<unknown>;
  hear(socket: S, event: string, listener: Listener): void;
  unhear(socket: S, event: string, listener: Listener): void;
}

/** So long two connections are waited for; then the newer one is given up, and the older one goes on trying. */
const RIVALRY_MS = 10_000;

export class Line<S extends LineSocket> {
  readonly #options: LineOptions<S>;
  readonly #listeners: { event: string; listener: Listener }[] = [];
  readonly #swapped = new Set<() => void>();
  readonly #doubted = new Set<(over: Promise<void>) => void>();
  #socket: S;
  #rivalry: Promise<void> | undefined;

  constructor(options: LineOptions<S>) {
    this.#options = options;
    this.#socket = options.open();
  }

  /** the connection that counts now */
  get socket(): S {
    return this.#socket;
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push({ event, listener });
    this.#options.hear(this.#socket, event, listener);
  }

  off(event: string, listener: Listener): void {
    const at = this.#listeners.findIndex((one) => one.event === event && one.listener === listener);
    if (at >= 0) this.#listeners.splice(at, 1);
    this.#options.unhear(this.#socket, event, listener);
  }

  /** @param listener called when another connection counts; what was asked on the one before may never be answered */
  onSwap(listener: () => void): () => void {
    this.#swapped.add(listener);
    return () => this.#swapped.delete(listener);
  }

  /** @param listener called when the connection is in doubt, with what settles when one has answered, or neither in time */
  onDoubt(listener: (over: Promise<void>) => void): () => void {
    this.#doubted.add(listener);
    return () => this.#doubted.delete(listener);
  }

  /** Opens a second connection beside this one. @returns settles when one of them has answered, or neither in time */
  challenge(): Promise<void> {
    if (this.#rivalry !== undefined) return this.#rivalry;
    const over = this.#rival().finally(() => {
      this.#rivalry = undefined;
    });
    this.#rivalry = over;
    for (const tell of [...this.#doubted]) tell(over);
    return over;
  }

  async #rival(): Promise<void> {
    const { open, probe, hear, unhear } = this.#options;
    const [old, rival] = [this.#socket, open()];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const winner = await Promise.race([
      probe(old).then(() => old),
      probe(rival).then(() => rival),
      new Promise<S>((resolve) => {
        timer = setTimeout(() => resolve(old), RIVALRY_MS);
      }),
    ]);
    clearTimeout(timer);
    if (winner === old) return void rival.close();
    this.#socket = rival;
    for (const { event, listener } of this.#listeners) {
      unhear(old, event, listener);
      hear(rival, event, listener);
    }
    old.close();
    // whoever listens asks for the truth again, as after any reconnection
    for (const { event, listener } of [...this.#listeners]) if (event === 'connect') listener();
    for (const tell of [...this.#swapped]) tell();
  }
}
