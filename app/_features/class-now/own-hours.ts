/** The hours of one's classes as a page knows them: what was heard and what was read, put together. Nothing of it is older than before. */
import type { HourView, OwnHour } from '../../../domain/class-now/hour.ts';

const inOrder = (hours: readonly OwnHour[]): readonly OwnHour[] =>
  hours.toSorted((one, other) => other.hour.begunAt - one.hour.begunAt);

/**
 * As it was told: a hand stays with its hour, and another hour of a class begins without one. What is older than what is known is
 * passed over: of two that were told at once the later one counts.
 * @param hour null: the class works together no more
 */
export function withHour(before: readonly OwnHour[], classId: string, hour: HourView | null): readonly OwnHour[] {
  const others = before.filter((one) => one.hour.classId !== classId);
  if (hour === null) return others;
  const known = before.find((one) => one.hour.classId === classId);
  if (known !== undefined && isOlder(hour, known.hour)) return before;
  const was = known?.hour.id === hour.id ? known : undefined;
  // what is told for another reason brings nobody once more
  const stays = was !== undefined && was.hour.place?.at === hour.place?.at;
  const placedAgo = hour.place === null ? null : stays ? was.placedAgo : 0;
  return inOrder([{ hour, hand: was?.hand ?? null, placedAgo }, ...others]);
}

/**
 * As it was read, but for classes of which something was heard while it was on its way: what was heard may be newer. The hand is
 * what the reading says.
 */
export function withReading(
  before: readonly OwnHour[],
  reading: readonly OwnHour[],
  heardMeanwhile: ReadonlySet<string>,
): readonly OwnHour[] {
  const read = reading.filter(({ hour }) => !heardMeanwhile.has(hour.classId));
  const heard = before.filter(({ hour }) => heardMeanwhile.has(hour.classId));
  const merged = heard.map((one) => {
    const same = reading.find(({ hour }) => hour.id === one.hour.id);
    if (same === undefined) return one;
    return isOlder(one.hour, same.hour) ? same : { ...one, hand: same.hand };
  });
  return inOrder([...read, ...merged]);
}

function isOlder(one: HourView, than: HourView): boolean {
  return one.id === than.id ? one.changedAt < than.changedAt : one.begunAt < than.begunAt;
}
