/** How often one person may hand in, save and draw in a minute: more than anybody does, and less than what would be felt by others. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

export const submissions = new RateLimiterMemory({ points: 60, duration: 60 });
export const drafts = new RateLimiterMemory({ points: 240, duration: 60 });
export const draws = new RateLimiterMemory({ points: 30, duration: 60 });
const LIMITS = { submissions, drafts, draws };

/** Whether somebody may do it once more in this minute. */
export async function within(what: keyof typeof LIMITS, person: string): Promise<boolean> {
  return LIMITS[what].consume(person).then(
    () => true,
    () => false,
  );
}
