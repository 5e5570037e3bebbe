/** Pictures of the page, each in both colours: taken by `npm run screenshots` of a classroom at work, and served as they are. */
export const SHOTS = ['question', 'quiz', 'wall', 'homework'] as const;
export type Shot = (typeof SHOTS)[number];
export const COLOURS = ['light', 'dark'] as const;

/** How large one is, in pixels of the file: twice as many as of a page. */
export const SHOT_SIZE = { width: 1120, height: 640 };

export function shotPath(shot: Shot, colours: (typeof COLOURS)[number]): string {
  return `/first-quiz/${shot}-${colours}.webp`;
}
