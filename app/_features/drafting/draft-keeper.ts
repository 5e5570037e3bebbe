/**
 * Brings what an author types to the server: after a short rest, at the latest after some seconds, and when the page goes. One call
 * after the other, so that nothing overtakes; the same calls bring who else is at it, and keep saying that the editor is open.
 */
import type { HeldDraft, OtherAuthor } from '../../../domain/drafting.ts';
import type { Outcome, RefusalCode } from '../../../domain/refusal.ts';

const REST_MS = 800;
const LATEST_MS = 5_000;
const BEAT_MS = 30_000;
const RETRY_MS = [2_000, 5_000, 10_000, 20_000, 30_000];
/** Where the server could not, or only for now. */
const WORTH_ANOTHER: readonly RefusalCode[] = ['unavailable', 'tooMany', 'notSignedIn', 'storedLater'];

export interface Typed {
  source: string;
  /** the version that it was made of */
  base: number;
  /** when, in the server's clock */
  at: number;
}

interface Heard {
  now: number;
  others: OtherAuthor[];
}

/** How the server is asked. */
export interface DraftWays {
  read(known: number | null): Promise<Outcome<Heard & { draft: HeldDraft | null }>>;
  /** @param follows what this page knows that the server may have: another text is not written over unseen */
  save(
    typed: Typed,
    leaving: boolean,
    follows: readonly number[],
  ): Promise<Outcome<Heard & { at: number; draft: HeldDraft | null }>>;
  /** Outlives the page. @param follows as of a save: another text is not thrown away unseen, and comes back as `draft` */
  drop(at: number, follows: readonly number[]): Promise<Outcome<{ now: number; at: number; draft: HeldDraft | null }>>;
}

/** `saving`: on its way; `waits`: the server cannot be reached; `here`: the server does not take it. */
export type Stand = 'saved' | 'saving' | 'waits' | 'here';

/** Who is told what the server says. */
export interface DraftHearer {
  /** `first`: what it had when this editor came; later: something newer than what it had from here */
  met(draft: HeldDraft | null, first: boolean): void;
  /** it has this now */
  saved(typed: Typed, at: number): void;
  /** it knows that what was typed is thrown away */
  ended(): void;
  others(others: OtherAuthor[]): void;
  stands(stand: Stand): void;
}

export class DraftKeeper {
  readonly #ways: DraftWays;
  readonly #hearer: DraftHearer;
  #waiting: Typed | null = null;
  /** the first change that is not saved, by this device's clock */
  #waitingSince = 0;
  #typedAt = 0;
  #ending: number | null = null;
  /** what this device knew the server to have before it was asked */
  readonly #before: readonly number[];
  /** the newest that the server is known to have */
  #known: number | null = null;
  /** what was sent last, also while nobody knows whether it came */
  #sent: number | null = null;
  #hasMet = false;
  #heardAt = 0;
  #failed = 0;
  #busy = false;
  /** stopped, or the server says no for good */
  #over = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ahead = 0;
  #last: number;

  /** @param before the times of what was typed here or sent: what is typed now is later, whatever the clock of the device says */
  constructor(ways: DraftWays, hearer: DraftHearer, before: { typed: number; sent: readonly number[] }) {
    this.#last = Math.max(before.typed, ...before.sent);
    this.#before = before.sent;
    this.#ways = ways;
    this.#hearer = hearer;
  }

  /** What the server is known to have; null: nothing, or it was not asked yet. */
  get known(): number | null {
    return this.#known;
  }

  /** What was thrown away and not told yet. */
  get ending(): number | null {
    return this.#ending;
  }

  /** This moment in the server's clock, later than all that was typed here or is known of elsewhere. */
  now(): number {
    this.#last = Math.max(Date.now() + this.#ahead, this.#last + 1, (this.#known ?? 0) + 1);
    return this.#last;
  }

  start(): void {
    void this.#go();
  }

  stop(): void {
    this.leave();
    this.#over = true;
    clearTimeout(this.#timer);
  }

  /** The newest text; what was typed before it need not be saved any more. */
  type(typed: Typed): void {
    if (this.#over) {
      this.#hearer.stands('here');
      return;
    }
    this.#typedAt = Date.now();
    if (this.#waiting === null) this.#waitingSince = this.#typedAt;
    this.#waiting = typed;
    this.#hearer.stands(this.#failed > 0 ? 'waits' : 'saving');
    this.#plan();
  }

  /** All that was typed until then is published or thrown away: the server is told at once, before anybody can go elsewhere. */
  end(at: number): void {
    this.#waiting = null;
    this.#ending = at;
    clearTimeout(this.#timer);
    void this.#go();
  }

  /** The network is back, or the page: what waits goes now. */
  hurry(): void {
    this.#failed = 0;
    void this.#go();
  }

  /** The page goes, perhaps for good: what waits goes with it, in requests that outlive it. */
  leave(): void {
    if (this.#over) return;
    if (this.#ending !== null) void this.#drop(this.#ending);
    else if (this.#waiting !== null && this.#hasMet) void this.#save(this.#waiting, true);
  }

  /** When the next call is due; a failed one puts it off. */
  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#over || this.#busy) return;
    this.#timer = setTimeout(() => void this.#go(), this.#pause());
  }

  #pause(): number {
    if (this.#failed > 0) return RETRY_MS[Math.min(this.#failed, RETRY_MS.length) - 1] ?? 0;
    if (!this.#hasMet || this.#ending !== null) return 0;
    const beat = this.#heardAt + BEAT_MS;
    const rest = Math.min(this.#typedAt + REST_MS, this.#waitingSince + LATEST_MS);
    return Math.max(0, (this.#waiting === null ? beat : Math.min(beat, rest)) - Date.now());
  }

  async #go(): Promise<void> {
    if (this.#over || this.#busy) return;
    this.#busy = true;
    const done = await this.#step();
    this.#busy = false;
    this.#failed = done ? 0 : this.#failed + 1;
    if (this.#over) return;
    if (!done && this.#waiting !== null) this.#hearer.stands('waits');
    this.#plan();
  }

  #step(): Promise<boolean> {
    if (!this.#hasMet) return this.#read(null);
    if (this.#ending !== null) return this.#drop(this.#ending);
    if (this.#waiting !== null) return this.#save(this.#waiting, false);
    if (document.visibilityState === 'hidden') {
      // nobody looks: others are told so by its silence
      this.#heardAt = Date.now();
      return Promise.resolve(true);
    }
    return this.#read(this.#known);
  }

  async #read(known: number | null): Promise<boolean> {
    const read = await this.#ways.read(known);
    if (this.#over) return true;
    if (!read.ok) return this.#refused(read.refused);
    const first = !this.#hasMet;
    this.#heard(read);
    this.#hasMet = true;
    // saved meanwhile, while the page went
    if (read.draft !== null && read.draft.at <= (this.#known ?? 0)) return true;
    if (read.draft !== null) this.#known = read.draft.at;
    if (first || read.draft !== null) this.#hearer.met(read.draft, first);
    return true;
  }

  async #save(typed: Typed, leaving: boolean): Promise<boolean> {
    const follows = [this.#known, this.#sent].flatMap((at) => at ?? []);
    this.#sent = typed.at;
    const saved = await this.#ways.save(typed, leaving, follows);
    if (this.#over) return true;
    if (!saved.ok) {
      // another try is of use once something else is typed
      if (!WORTH_ANOTHER.includes(saved.refused) && this.#waiting === typed) this.#waiting = null;
      return this.#refused(saved.refused);
    }
    this.#heard(saved);
    if (saved.draft !== null) {
      if (this.#waiting === typed) this.#waiting = null;
      if (saved.draft.at > (this.#known ?? 0)) this.#known = saved.draft.at;
      if (this.#ending === null) {
        this.#hearer.stands('here');
        this.#hearer.met(saved.draft, false);
      }
      return true;
    }
    this.#known = Math.max(this.#known ?? 0, saved.at);
    if (this.#waiting === typed) this.#waiting = null;
    // what was typed meanwhile has waited from now on at the most
    else this.#waitingSince = Date.now();
    if (this.#ending === null) this.#hearer.saved(typed, saved.at);
    if (this.#waiting !== null) this.#hearer.stands('saving');
    return true;
  }

  async #drop(at: number): Promise<boolean> {
    const follows = [this.#known, this.#sent, ...this.#before].flatMap((one) => one ?? []);
    const ended = await this.#ways.drop(at, follows);
    if (this.#over) return true;
    if (!ended.ok) {
      if (!WORTH_ANOTHER.includes(ended.refused)) this.#ending = null;
      return this.#refused(ended.refused);
    }
    this.#known = Math.max(this.#known ?? 0, ended.draft?.at ?? ended.at);
    if (this.#ending !== at) return true;
    this.#ending = null;
    if (this.#waiting === null) this.#hearer.ended();
    if (ended.draft !== null) this.#hearer.met(ended.draft, false);
    return true;
  }

  #heard({ now, others }: Heard): void {
    this.#heardAt = Date.now();
    this.#ahead = now - this.#heardAt;
    this.#hearer.others(others);
  }

  /** @returns whether nothing is gained by asking again */
  #refused(code: RefusalCode): boolean {
    if (WORTH_ANOTHER.includes(code)) return false;
    this.#hearer.stands('here');
    this.#heardAt = Date.now();
    if (!this.#hasMet) this.#over = true;
    return true;
  }
}
