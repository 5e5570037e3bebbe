/** Since when answers are told, against what keeps them at each moment. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { datesFor } from './override.ts';
import { type ActivityRules, ANSWERS, faultOf, LATE } from './rules.ts';
import { toldSince, untoldBy } from './standing.ts';

const moment = fc.option(fc.integer({ min: 1, max: 40 }));
/** As one student has them, with a date of their own or without. */
const rules: fc.Arbitrary<ActivityRules> = fc
  .record({
    ...{ opensAt: moment, dueAt: moment, closesAt: moment, releasedAt: moment, until: moment },
    ...{ answers: fc.constantFrom(...ANSWERS), late: fc.constantFrom(...LATE) },
    ...{ attempts: fc.constant(null), minutes: fc.constant(null) },
  })
  .filter((one) => faultOf(one) === undefined)
  .map(({ until, ...one }) => ({ ...one, ...datesFor(one, { until }) }));

it('answers are told since the last moment at which one of the activities kept them, by the rule that pages go by', () => {
  fc.assert(
    fc.property(fc.array(rules, { maxLength: 3 }), fc.integer({ min: 0, max: 45 }), (all, now) => {
      const at = toldSince(all, now);
      const kept = Array.from({ length: now + 1 }, (_, moment) => untoldBy(all, moment) !== undefined);
      if (at === null) {
        // it is kept still, or was never: what was released before it opened included
        const opened = all.filter(({ opensAt }) => opensAt === null || opensAt <= now);
        expect(kept[now] === true || opened.every(({ answers }) => answers === 'atOnce')).toBe(true);
        return;
      }
      expect(at).toBeLessThan(now);
      expect(kept.slice(at + 1).some(Boolean)).toBe(false);
      const since = all.filter(({ opensAt }) => opensAt === null || opensAt <= at);
      if (since.length === all.length) expect(kept[at]).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
