/**
 * Plays the rehearsal players of the rooms that are watched here: their answers go the way of everybody's answers. What
 * each does is drawn from its id and the round, so two servers, or one that was restarted, play the same.
 */

import type { IncomingAnswer } from '../../db/live-answers.ts';
import { randomFrom } from '../../domain/judging/random.ts';
import { workOf } from '../../domain/kinds/asked.ts';
import { questionFor } from '../../domain/live/own.ts';
import { rehearsalAnswer } from '../../domain/live/rehearsal.ts';
import { currentRound } from '../../domain/live/state.ts';
import type { LoadedRoom } from './rooms.ts';

/** Who tries a room out does not wait three minutes for its players. */
const LONGEST_MS = 20_000;

export class RehearsalCast {
  readonly #now: () => number;
  readonly #store: (answer: IncomingAnswer) => Promise<unknown>;
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(options: { now(): number; store(answer: IncomingAnswer): Promise<unknown> }) {
    this.#now = options.now;
    this.#store = options.store;
  }

  /** Has the rehearsal players of a room answer the open question, each in its time. */
  play({ room }: LoadedRoom): void {
    const round = currentRound(room.state);
    if (room.state.phase !== 'question' || round === undefined) return;
    const index = room.state.rounds.length - 1;
    const given = new Set((room.answers.get(index) ?? []).map((one) => one.playerId));
    for (const player of room.players) {
      const key = `${player.id}:${index}`;
      if (!player.rehearsal || player.removed || given.has(player.id) || this.#waiting.has(key)) continue;
      const question = questionFor(room, round.questionId, player.id);
      if (question === undefined) continue;
      const random = randomFrom(key);
      const { answer, after } = rehearsalAnswer(question, () => random.next());
      const at = round.opensAt + after * Math.min(LONGEST_MS, round.closesAt - round.opensAt);
      const send = (): void => {
        this.#waiting.delete(key);
        const incoming: IncomingAnswer = {
          session: room.id,
          round: index,
          player: player.id,
          client: `rehearsal-${index}`,
          answer,
          at: this.#now(),
          work: workOf(question),
          provisional: false,
        };
        // closed meanwhile, or the database is away: a rehearsal goes on without this one
        this.#store(incoming).catch(() => undefined);
      };
      this.#waiting.set(key, setTimeout(send, Math.max(0, at - this.#now())));
    }
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}
