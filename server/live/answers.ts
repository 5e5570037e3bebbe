/**
 * Stores answers in groups: what arrives within a few milliseconds goes into one statement, and while one runs, what
 * arrives waits for the next, so under load groups grow by themselves. A receipt is given only for what is committed.
 */
import type pg from 'pg';
import { isDataError } from '../../db/errors.ts';
import { StatementLine } from '../../db/insides/statement-line.ts';
import { type AnswerFate, type IncomingAnswer, storeAnswers } from '../../db/live-answers.ts';
import { receiptOf } from '../../domain/live/view/receipt.ts';
import type { Receipt } from '../../domain/live/views.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';

const LARGEST_GROUP = 500;
/** How long the first answer of a group waits for others: a statement costs more than an answer in it. */
const GATHER_MS = 6;

export interface AnswerNews {
  /** An answer is here and will be stored. @returns whether nothing else is waited for: then it is stored at once */
  arrived(session: string, round: number, player: string): boolean;
  /** a group is stored: who has sent an answer to which round */
  stored(session: string, round: number, players: readonly string[]): void;
}

interface Waiting {
  answer: IncomingAnswer;
  resolve(outcome: Outcome<{ receipt: Receipt }>): void;
  reject(error: unknown): void;
}

/** Who counts what was stored, where somebody reads that. */
interface AnswerCount {
  stored(answers: number, ms: number): void;
}

export class AnswerStore {
  readonly #line: StatementLine;
  readonly #news: AnswerNews;
  readonly #count: AnswerCount | undefined;
  #waiting: Waiting[] = [];
  #running = false;
  /** when the first of those that wait came; −∞: they do not wait any longer */
  #since = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool, news: AnswerNews, count?: AnswerCount) {
    this.#line = new StatementLine(pool);
    this.#news = news;
    this.#count = count;
  }

  /** Resolves once the answer is committed, or refused. */
  store(answer: IncomingAnswer): Promise<Outcome<{ receipt: Receipt }>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ answer, resolve, reject });
      if (this.#waiting.length === 1) this.#since = performance.now();
      const { session, round, player, provisional } = answer;
      const last = !provisional && this.#news.arrived(session, round, player);
      if (last) this.#since = Number.NEGATIVE_INFINITY;
      // one group is being stored: what waits is next
      if (this.#running) return;
      if (this.#timer === undefined || last) this.#soon();
    });
  }

  /** Stores what waits, once the first of it has waited long enough for company. */
  #soon(): void {
    clearTimeout(this.#timer);
    const wait = GATHER_MS - (performance.now() - this.#since);
    this.#timer = wait > 0 ? setTimeout(() => void this.#run(), wait) : undefined;
    if (this.#timer === undefined) void this.#run();
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    this.#running = true;
    await this.#storeGroup(this.#takeGroup());
    this.#running = false;
    if (this.#waiting.length > 0) this.#soon();
  }

  async #storeGroup(group: readonly Waiting[]): Promise<void> {
    const since = performance.now();
    try {
      const fates = await storeAnswers(
        this.#line.run,
        group.map((one) => one.answer),
      );
      this.#count?.stored(group.length, performance.now() - since);
      for (const [index, one] of group.entries()) one.resolve(outcomeOf(one.answer, fates[index]));
      this.#tell(group.filter((one, index) => fates[index]?.accepted === true && !one.answer.provisional));
    } catch (error) {
      // one of them cannot be stored, whatever the schemas let through: the others are
      if (group.length > 1 && isDataError(error)) for (const one of group) await this.#storeGroup([one]);
      else for (const one of group) one.reject(error);
    }
  }

  #tell(stored: readonly Waiting[]): void {
    // of a session one round is open: what was accepted is of that one
    for (const [session, group] of Map.groupBy(stored, ({ answer }) => answer.session)) {
      const players = group.map(({ answer }) => answer.player);
      this.#news.stored(session, group[0]?.answer.round ?? -1, players);
    }
  }

  /** The next group: a player's second answer waits for the one after. */
  #takeGroup(): Waiting[] {
    const players = new Set<string>();
    const group: Waiting[] = [];
    const later: Waiting[] = [];
    for (const one of this.#waiting) {
      const waits = group.length >= LARGEST_GROUP || players.has(one.answer.player);
      players.add(one.answer.player);
      (waits ? later : group).push(one);
    }
    this.#waiting = later;
    // what is left over has waited already
    this.#since = Number.NEGATIVE_INFINITY;
    return group;
  }
}

function outcomeOf(answer: IncomingAnswer, fate: AnswerFate | undefined): Outcome<{ receipt: Receipt }> {
  if (fate === undefined) return refuse('notFound');
  const { stored } = fate;
  // a repeat of what was replaced is told what stands
  if (stored !== null && (fate.accepted || fate.replaced || stored.clientId === answer.client))
    return { ok: true, receipt: receiptOf(answer.round, stored) };
  if (!fate.seated) return refuse('removed');
  if (fate.phase === null) return refuse('roomEnded');
  if (fate.openRound !== answer.round) return refuse('wrongRound');
  if (fate.phase === 'question' && stored !== null) return refuse('alreadyAnswered');
  return fate.phase === 'read' || fate.phase === 'lobby' ? refuse('notNow') : refuse('tooLate');
}
