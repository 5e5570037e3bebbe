import 'server-only';
/** What a student practises again: today, more of it, later, and what they have put aside. */
import { database } from '../../db/client.ts';
import { selectPractisedSince } from '../../db/practising.ts';
import { fromWall, toWall } from '../../domain/activities/time-zone.ts';
import type { Person } from '../../domain/people/person.ts';
import { dueLater, dueNow, offeredToday } from '../../domain/practising/practisable.ts';
import { daysUntil } from '../../domain/practising/spacing.ts';
import { type Practisable, readPractisable } from '../../server/features/practising/reading.ts';
import type { PracticeLine } from '../_features/practising/practice-line.ts';

/** @param known what they are given, where that was read already */
export async function readPractising(viewer: Person, known?: Parameters<typeof readPractisable>[2]) {
  const { all, now, zone } = await readPractisable(viewer, undefined, known);
  const asked = all.filter(({ aside }) => !aside);
  const due = dueNow(asked, now, zone);
  const midnight = new Date(fromWall(`${toWall(now, zone).slice(0, 10)}T00:00`, zone) ?? now);
  const practised =
    asked.length === 0 ? new Set<string>() : await selectPractisedSince(database(), viewer.id, midnight);
  const offered = offeredToday(due.length, practised.size);
  const lines = (some: readonly Practisable[]): PracticeLine[] =>
    some.map((one) => ({ ...lineOf(one, now, zone), practisedToday: practised.has(one.ref) }));
  return {
    today: lines(due.slice(0, offered)),
    more: lines(due.slice(offered)),
    later: lines(dueLater(asked, now, zone)),
    aside: lines(all.filter(({ aside }) => aside)),
  };
}

function lineOf(
  { ref, title, misconception: mixup, wrong, partly, right, card, question, from }: Practisable,
  now: number,
  zone: string | null,
): Omit<PracticeLine, 'practisedToday'> {
  const days = daysUntil(card.due, now, zone);
  const { seconds, number } = question;
  return { ref, title: question.title || title || null, number, mixup, wrong, partly, right, days, seconds, from };
}
