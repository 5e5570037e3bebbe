/** Shares of full marks as files write them. */

/** `33.33333` or `-50` percent as a share; thirds, sixths and sevenths are meant exactly. */
export function shareOf(percent: string | number): number {
  const value = typeof percent === 'number' ? percent : Number(percent.trim().replace(',', '.'));
  if (!Number.isFinite(value)) return 0;
  const near = SHARES.find((share) => Math.abs(Math.abs(value) - share * 100) < 0.011);
  const share = near === undefined ? value / 100 : near * Math.sign(value);
  return Math.max(-1, Math.min(1, share));
}

/** What Moodle knows: nothing between them can be meant. */
export const SHARES = [
  1 / 20,
  1 / 10,
  1 / 9,
  1 / 8,
  1 / 7,
  1 / 6,
  1 / 5,
  1 / 4,
  0.3,
  1 / 3,
  0.4,
  0.5,
  0.6,
  2 / 3,
  0.7,
  0.75,
  0.8,
  5 / 6,
  0.9,
  1,
];
