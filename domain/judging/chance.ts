/** Slips that were named by chance: what explains one test by its numbers, and not another that fails as well, was none. */
import type { Slip } from './codes.ts';
import type { Judged } from './judge.ts';

/** Numbers of a lesson are small and round, and so are these: twice, a sum, the other axis. Nobody transposes by chance. */
const BY_CHANCE: ReadonlySet<Slip> = new Set<Slip>([
  'ascent',
  'centralByH',
  'doubled',
  'factor',
  'forwardByTwoH',
  'gradientNotPoint',
  'halved',
  'meanNotSum',
  'rateForgotten',
  'stepNotPoint',
  'sumNotMean',
  'wrongAxis',
]);

/**
 * The tests of one answer, without such slips where another test has a wrong value that none explains. What is said of a
 * visible test does not depend on a hidden one.
 */
export function withoutChance(judged: readonly Judged[]): Judged[] {
  const isUnexplained = (among: readonly Judged[]): boolean =>
    among.some(
      ({ slip, outcome }) => slip === null && outcome.feedback.some(({ code }) => code === 'feedback.wrongValue'),
    );
  const [anywhere, visibly] = [isUnexplained(judged), isUnexplained(judged.filter(({ outcome }) => outcome.visible))];
  return judged.map((one) => {
    const { slip, outcome } = one;
    if (!(outcome.visible ? visibly : anywhere) || slip === null || !BY_CHANCE.has(slip)) return one;
    const feedback = outcome.feedback.filter(({ code }) => code !== `feedback.slip.${slip}`);
    return { ...one, slip: null, outcome: { ...outcome, feedback } };
  });
}
