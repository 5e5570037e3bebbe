/** How large names and steps of the podium are: the more names a step bears, the lower all steps are. Pixels of a wall of 1920 × 1080. */

export interface PodiumSizes {
  /** of the first step, the second, the third */
  heights: readonly [number, number, number];
  /** of a name on the first step, and on the others */
  first: number;
  others: number;
}

/** No name is smaller; one that is still longer than its step goes on in a second line. */
const SMALLEST_NAME = 40;

/** Also where each name takes two lines, and others are counted below them, all of it can be seen at once. */
export function podiumSizes(mostNames: number): PodiumSizes {
  if (mostNames <= 2) return { heights: [360, 260, 170], first: 72, others: 52 };
  if (mostNames === 3) return { heights: [270, 205, 145], first: 60, others: 52 };
  return { heights: [158, 135, 112], first: 52, others: 46 };
}

/**
 * As large as all names on a step can be in one line each: a letter takes six tenths of its height, and a step is 520 wide. Who
 * shares a step is equally large.
 */
export function nameSize(names: readonly string[], largest: number): number {
  const longest = Math.max(1, ...names.map((name) => [...name].length));
  return Math.round(Math.max(SMALLEST_NAME, Math.min(largest, 520 / (0.6 * longest))));
}
