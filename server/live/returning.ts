/**
 * Whoever was at a server that is stopped in order is on their way to another one, or to the same one once it is back: a round that
 * ends when all who are there have answered waits for them, though nobody holds them at this moment. So long, and no longer.
 */
const PATIENCE_MS = 15_000;

export class Returning {
  readonly #onOver: (session: string | null) => void;
  readonly #players = new Map<string, Set<string>>();
  #starting = true;

  /** @param onOver nobody is waited for any more, in a session, or (null) for this server's having started a moment ago */
  constructor(onOver: (session: string | null) => void) {
    this.#onOver = onOver;
    // what happened before it was here: it cannot know who has left, and who was sent away
    after(() => {
      this.#starting = false;
      onOver(null);
    });
  }

  /** A server that is being stopped let this player go. */
  expect(session: string, player: string): void {
    const players = this.#players.get(session) ?? new Set();
    this.#players.set(session, players);
    if (players.size === 0)
      after(() => {
        this.#players.delete(session);
        this.#onOver(session);
      });
    players.add(player);
  }

  /** Whether a player who is not there may be on their way. */
  has(session: string, player: string): boolean {
    return this.#starting || this.#players.get(session)?.has(player) === true;
  }

  /** Whether that may be so of anybody. */
  any(session: string): boolean {
    return this.#starting || this.#players.has(session);
  }
}

function after(act: () => void): void {
  setTimeout(act, PATIENCE_MS).unref();
}
