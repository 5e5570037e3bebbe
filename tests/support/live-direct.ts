/** A live session without a server: opened, seated and played through the use cases and statements that servers use. */
import { database, pool } from '../../db/client.ts';
import { openSession, takeSeat } from '../../server/features/live/commands.ts';
import { AnswerStore } from '../../server/live/answers.ts';

export interface DirectRoom {
  session: string;
  players: { id: string; timeFactor: number }[];
}

/** Asks a choice (A is right) and a maths question. @param seats the share of the usual time that each player has */
export async function openDirectly(settings: object, seats: readonly number[]): Promise<DirectRoom> {
  const { id: lessonId } = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } });
  const { id, name, login } = await database().user.findUniqueOrThrow({ where: { login: 'teacher' } });
  const asked = { lessonId, classId: null, questionIds: ['why-subtract', 'manual-gradients'], settings };
  const opened = await openSession({ id, name, login, role: 'teacher' }, asked);
  if (!opened.ok) throw new Error(opened.refused);
  const players = [];
  for (const [index, timeFactor] of seats.entries()) {
    const seat = await takeSeat(undefined, { code: opened.code, nickname: `Player ${index + 1}` });
    if (!seat.ok) throw new Error(seat.refused);
    const stored = Number.isFinite(timeFactor) ? timeFactor : 0;
    await database().player.update({ where: { id: seat.player }, data: { timeFactor: stored } });
    players.push({ id: seat.player, timeFactor });
  }
  return { session: opened.session, players };
}

/** What a server stores answers with, with nobody who looks at the rooms. */
export function answerStore(): AnswerStore {
  return new AnswerStore(pool(), { arrived: () => false, stored: () => undefined });
}
