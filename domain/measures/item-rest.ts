/**
 * How far a question tells those who know more from those who know less: the correlation between what people earned at it and what
 * they earned at the rest, the question itself left out, since it would agree with itself (S. Henrysson, Correction of item-total
 * correlations in item analysis, Psychometrika 28, 1963). Where an answer is right or wrong it is the point-biserial correlation
 * with the rest. Pure.
 */

/** Of one person: the share of this question that they earned, and the mean share of the others. */
export type Pair = readonly [here: number, rest: number];

export interface ItemRest {
  /** −1 … 1; null: all earned the same here or there, so that nothing can be said */
  rest: number | null;
  /** of how many people */
  paired: number;
}

/** Of fewer people than these it is chance, and is not shown. */
export const FEW_PAIRS = 10;

/** Of all who have answered this question and enough of the others. */
export function itemRest(pairs: readonly Pair[]): ItemRest {
  const paired = pairs.length;
  const here = mean(pairs.map(([one]) => one));
  const there = mean(pairs.map(([, one]) => one));
  let [together, alone, others] = [0, 0, 0];
  for (const [one, rest] of pairs) {
    together += (one - here) * (rest - there);
    alone += (one - here) ** 2;
    others += (rest - there) ** 2;
  }
  const spread = Math.sqrt(alone * others);
  return { rest: spread < 1e-9 ? null : Math.max(-1, Math.min(1, together / spread)), paired };
}

/** Several rooms or classes together: each counts by its people (a bare-bones mean of correlations: F. Schmidt, J. Hunter, Methods of Meta-Analysis). */
export function pooled(all: readonly ItemRest[]): ItemRest {
  const known = all.filter(({ rest }) => rest !== null);
  const paired = known.reduce((sum, one) => sum + one.paired, 0);
  if (paired === 0) return { rest: null, paired: 0 };
  return { rest: known.reduce((sum, one) => sum + (one.rest ?? 0) * one.paired, 0) / paired, paired };
}

/** Whether those who know more are, beyond chance, the ones who get it wrong: a correlation of 0 falls below this once in twenty times. */
export const isBackwards = ({ rest, paired }: ItemRest): boolean =>
  rest !== null && paired >= FEW_PAIRS && rest < -1.64 / Math.sqrt(paired);

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
