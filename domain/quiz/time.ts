/** How long a quiz takes, live. Pure. */

/** To show what was right and who stands where, and to talk about it. */
const REVEAL_SECONDS = 30;

/** Minutes, rounded up: each question with its time to read, to answer and to be told. */
export function minutesOf(seconds: readonly number[], readSeconds: number): number {
  return Math.ceil(seconds.reduce((sum, one) => sum + readSeconds + one + REVEAL_SECONDS, 0) / 60);
}
