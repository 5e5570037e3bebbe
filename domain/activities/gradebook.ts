/**
 * The grade book of a class: what a student has of all that counts, by categories with weights, the lowest dropped where a category
 * says so. Pure: the same results give the same total.
 *
 * Of an activity the share of its points counts (3 of 4 is 0.75), so that one with many points weighs no more than its weight says.
 * What one is excused from counts neither for nor against; what nobody can say anything of yet counts not at all.
 */

export interface Category {
  id: string;
  name: string;
  /** against the other categories; 0: it counts nothing */
  weight: number;
  /** so many of the lowest are left out, as long as one is left */
  dropLowest: number;
}

/** One activity as a student has it. */
export interface Cell {
  activityId: string;
  /** null: it stands outside of categories, as in one of weight 1 that drops nothing */
  categoryId: string | null;
  /** against the others of its category; 0: it is shown and counts nothing */
  weight: number;
  maxPoints: number;
  /** null: nothing can be said yet, or one is excused */
  points: number | null;
}

interface CategoryTotal {
  categoryId: string | null;
  /** 0 to 1 and more, where there were points beyond those to have; null: nothing counts yet */
  share: number | null;
  /** those that were left out for being the lowest */
  dropped: string[];
}

export interface Total {
  /** null: nothing counts yet */
  share: number | null;
  /** points that count, and those that there were to have, without what was dropped */
  points: number;
  maxPoints: number;
  categories: CategoryTotal[];
}

const NONE: Category = { id: '', name: '', weight: 1, dropLowest: 0 };

/** What a student has of all. */
export function totalOf(cells: readonly Cell[], categories: readonly Category[]): Total {
  const known = new Map(categories.map((one) => [one.id, one]));
  // a category that is gone leaves its activities outside of all
  const by = Map.groupBy(cells, ({ categoryId }) => (categoryId !== null && known.has(categoryId) ? categoryId : null));
  const parts = [...by].map(([id, own]) => ({
    category: (id !== null && known.get(id)) || NONE,
    ...partOf(id, own, known),
  }));
  const counting = parts.filter(({ total, category }) => total.share !== null && category.weight > 0);
  const weights = counting.reduce((sum, { category }) => sum + category.weight, 0);
  const share = counting.reduce((sum, { category, total }) => sum + category.weight * (total.share ?? 0), 0);
  const kept = counting.flatMap((one) => one.kept);
  return {
    share: weights === 0 ? null : share / weights,
    points: rounded(kept.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    maxPoints: rounded(kept.reduce((sum, { maxPoints }) => sum + maxPoints, 0)),
    categories: parts.map(({ total }) => total),
  };
}

function partOf(id: string | null, cells: readonly Cell[], known: ReadonlyMap<string, Category>) {
  const { dropLowest } = (id !== null && known.get(id)) || NONE;
  const counting = cells.filter(({ points, maxPoints, weight }) => points !== null && maxPoints > 0 && weight > 0);
  const lowest = counting.toSorted(
    (one, other) =>
      shareOf(one) - shareOf(other) || other.weight - one.weight || (one.activityId < other.activityId ? -1 : 1),
  );
  const gone = new Set(lowest.slice(0, Math.max(0, Math.min(dropLowest, counting.length - 1))));
  const kept = counting.filter((one) => !gone.has(one));
  const weights = kept.reduce((sum, { weight }) => sum + weight, 0);
  const share = kept.reduce((sum, one) => sum + one.weight * shareOf(one), 0);
  const total: CategoryTotal = {
    categoryId: id,
    share: weights === 0 ? null : share / weights,
    dropped: [...gone].map(({ activityId }) => activityId),
  };
  return { total, kept };
}

const shareOf = ({ points, maxPoints }: Cell): number => (points ?? 0) / maxPoints;

const rounded = (points: number): number => Math.round(points * 1e6) / 1e6;
