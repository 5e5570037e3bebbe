/** When a question that went wrong comes back to its student, as it is stored. Moments are ms since 1970, by the database's clock. */
import { z } from 'zod';

/** How an answer went, for what it says of when the question should come again. */
export const RATINGS = ['wrong', 'partly', 'right'] as const;
export type Rating = (typeof RATINGS)[number];

/** What the spacing (FSRS) knows of one student at one question. */
export const practiceCard = z.strictObject({
  due: z.number(),
  /** days after which nine of ten are still right */
  stability: z.number(),
  /** 1 to 10 */
  difficulty: z.number(),
  /** of FSRS: 0 new, 1 learning, 2 review, 3 learning again */
  state: z.int().min(0).max(3),
  /** days that lie between the last answer and the next */
  days: z.int(),
  reps: z.int(),
  lapses: z.int(),
  lastReview: z.number(),
  lastRating: z.enum(RATINGS),
});
export type PracticeCard = z.infer<typeof practiceCard>;

/** One answer that says something: what went wrong in work that counts, or anything that was practised. */
export interface PracticeFact {
  at: number;
  rating: Rating;
  /** it was handed in to practise */
  practised: boolean;
}
