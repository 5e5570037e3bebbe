/**
 * What is done again and again (a sweep, a measurement) and may fail many times in a row, as while the database is away: its log
 * shall say so once, and once that it works again, instead of a line a second or none.
 */

export interface Turns {
  /** @returns whether this is the first failure in a row: it is to be told */
  failed(): boolean;
  /** @returns how many times it had failed before; 0: it worked the last time too */
  worked(): number;
}

/** Counts failures in a row of what is done again and again. */
export function turns(): Turns {
  let inARow = 0;
  return {
    failed: () => ++inARow === 1,
    worked() {
      const before = inARow;
      inARow = 0;
      return before;
    },
  };
}

/** Who is told. */
interface TurnLog {
  warn(about: object, sentence: string): void;
  info(about: object, sentence: string): void;
}

/**
 * Runs a turn; never throws.
 * @param what the sentence that names it: "sessions whose time has come could not be looked for"
 */
export async function inTurn(log: TurnLog, of: Turns, what: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (of.failed()) log.warn({ err: error }, `${what}; it is tried again and again`);
    return;
  }
  const failures = of.worked();
  if (failures > 0) log.info({ failures }, `it works again after this: ${what}`);
}
