/** What somebody tries in a live room: run beside the round, on the visible examples, and told to that seat alone. */
import { questionFor } from '../../domain/live/own.ts';
import { isAsking } from '../../domain/live/state.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';
import { startTry } from '../features/trying/commands.ts';
import type { LiveServer } from '../live/connections.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Seat } from '../tokens.ts';

/** Whom a seat's connections hear as. */
export const roomOfSeat = (player: string): string => `seat:${player}`;

/** The question must be open: what comes later in the quiz is shown to nobody, and its examples are part of it. */
export async function trySeat(
  rooms: Rooms,
  { session, player }: Seat,
  given: { round: number; answer: unknown },
): Promise<Outcome<{ try: string }>> {
  const loaded = await rooms.load(session);
  const seated = loaded?.room.players.some((one) => one.id === player && !one.removed);
  if (loaded === undefined || seated !== true) return refuse('removed');
  const { state } = loaded.room;
  if (state.rounds.length - 1 !== given.round) return refuse('wrongRound');
  const question = questionFor(loaded.room, state.rounds[given.round]?.questionId ?? '', player);
  if (question === undefined) return refuse('wrongRound');
  if (state.phase !== 'question' || !isAsking(state, question.id)) return refuse('notNow');
  return startTry({ seat: player }, question, given.answer);
}

/** Tells the pages of who asked that a result is there; they ask for it. */
export function tellTried(
  io: LiveServer,
  { user, seat, ...hint }: { try: string; user?: string | undefined; seat?: string | undefined },
): void {
  if (user !== undefined) io.to(`user:${user}`).emit('tried', { try: hint.try });
  if (seat !== undefined) io.to(roomOfSeat(seat)).emit('tried', { try: hint.try });
}
