/** What a live session that counts has brought its students. */
import type { KeptResult } from '../../../db/activity-results.ts';
import { database, pool } from '../../../db/client.ts';
import { countedIn } from '../../../domain/live/counted.ts';
import { COUNTS_FOR } from '../../../domain/live/counts-for.ts';
import { selectOptionalPlayedRoom } from '../../live/played-room.ts';

/** By student; of something else than a session nothing. Who was not there has nothing of what there was to have. */
export async function countedOf(activityId: string, students: readonly string[]): Promise<Map<string, KeptResult>> {
  const found = await database().activity.findUnique({
    where: { id: activityId },
    select: { sessionId: true, countsFor: true, maxPoints: true },
  });
  const by = COUNTS_FOR.find((one) => one === found?.countsFor);
  const maxPoints = found?.maxPoints ?? 0;
  const played =
    found === null || found.sessionId === null ? undefined : await selectOptionalPlayedRoom(pool(), found.sessionId);
  const none = { points: 0, earned: 0, handedIn: 0, waits: 0, days: 0, lastAt: null };
  if (played === undefined || by === undefined)
    return new Map(students.map((id) => [id, { ...none, asked: 0, maxPoints }]));
  const counted = countedIn(played.room, by, maxPoints);
  return new Map(
    students.map((id) => {
      const one = counted.by.get(id);
      if (one === undefined) return [id, { ...none, ...counted.all, earned: 0 }];
      const { answered, ...rest } = one;
      // who was there has taken part in as much as being there asks for
      return [id, { ...none, ...rest, earned: one.points, handedIn: Math.max(1, answered) }];
    }),
  );
}
