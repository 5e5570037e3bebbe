/**
 * The outbox of one account in one tab: holds what is written until the server has stored it. What it holds lies in the
 * browser's storage, which all tabs share; one of them sends at a time.
 */
import type { Answer } from '../../../domain/answer.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import type { Alone } from './alone.ts';
import type { Channel } from './channel.ts';
import { questionKey, type Snapshot } from './kept.ts';
import type { Note } from './note.ts';
import {
  afterRefusal,
  draftAfter,
  type Entry,
  hurried,
  keyOf,
  nextMoment,
  nextToSend,
  type Place,
  risky,
  submissionAfter,
  unsent,
} from './rules.ts';
import type { Send, Sent } from './send.ts';
import type { Store } from './store.ts';

/** What came of handing in, as far as it is known after a moment. */
export type Told = { is: 'stored' } | { is: 'refused'; code: RefusalCode } | { is: 'kept' };

/** Something was stored or refused, here or in another tab. `awaited`: whoever handed in here is told already. */
export interface News extends Place {
  what: Entry['what'];
  is: 'stored' | 'refused';
  code: RefusalCode | null;
  awaited: boolean;
}

export interface Parts {
  store: Promise<Store>;
  note: Note;
  send: Send;
  alone: Alone;
  channel: Channel;
  /** this device's clock, and what has to be added to it to have the server's; ms */
  now(): number;
  ahead: number;
  random(): number;
  newId(): string;
  online(): boolean;
}

/** So long a page waits to be told how handing in went. */
const TOLD_AFTER_MS = 6_000;
/** Another tab sends: look again. */
const LOOK_AGAIN_MS = 700;
/** What goes while the page goes; browsers allow 64 KB. */
const LEAVING_BYTES = 60_000;

export class Outbox {
  readonly #user: string;
  readonly #parts: Parts;
  readonly #entries = new Map<string, Entry>();
  /** entries whose newest state is not in storage yet */
  readonly #unwritten = new Set<string>();
  /** entries that were noted as the page seemed to go, until they are in storage */
  readonly #noted = new Map<string, Entry>();
  /** ids of entries that are not out of storage yet */
  readonly #dropped = new Set<string>();
  readonly #inFlight = new Map<string, Entry>();
  readonly #savedAt = new Map<string, string>();
  readonly #waiters = new Map<string, (told: Told) => void>();
  readonly #watchers = new Set<() => void>();
  readonly #hearers = new Set<(news: News) => void>();
  #lasts = true;
  #passing: Promise<void> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: Snapshot;

  constructor(user: string, parts: Parts) {
    this.#user = user;
    this.#parts = parts;
    this.#snapshot = this.#look();
    parts.channel.hear(() => void this.#hear());
    // what an earlier page left is tried with this one
    for (const entry of parts.note.left(user)) this.#takeOver(entry);
    void this.#hear().then(() => this.hurry());
  }

  /** Keeps what is in a field: here at once, on the server a moment later. */
  keep(place: Place, answer: Answer): void {
    const before = this.#entries.get(keyOf({ ...place, user: this.#user, what: 'draft' }));
    // whoever writes on has seen why it was refused
    this.dismiss(place);
    this.#put(draftAfter(before, this.#written(place, answer), this.#parts.now()));
    this.#schedule();
  }

  /** Hands in. Told after a moment also where it is only kept so far; `hear` tells the rest. */
  submit(place: Place, answer: Answer): Promise<Told> {
    const of = { ...place, user: this.#user };
    const draft = this.#entries.get(keyOf({ ...of, what: 'draft' }));
    if (draft !== undefined) this.#drop(draft);
    const before = this.#entries.get(keyOf({ ...of, what: 'submission' }));
    const entry = submissionAfter(before, this.#written(place, answer), this.#parts.now());
    if (before !== undefined && before.id !== entry.id) this.#tell(before.id, { is: 'kept' });
    return new Promise((resolve) => {
      this.#waiters.set(entry.id, resolve);
      setTimeout(() => this.#tell(entry.id, { is: 'kept' }), TOLD_AFTER_MS);
      this.#put(entry);
      void this.#pass();
    });
  }

  /** The network may be back. */
  hurry(): void {
    for (const entry of this.#entries.values()) {
      const sooner = hurried(entry, this.#parts.now());
      if (sooner.sendAt !== entry.sendAt) this.#put(sooner);
    }
    void this.#pass();
  }

  /** The page goes, perhaps for good: notes what is not in storage yet, sends what it can, and does not wait for a turn. */
  leave(): void {
    const unwritten = [...this.#unwritten].flatMap((key) => this.#entries.get(key) ?? []);
    this.#parts.note.leave(unwritten);
    for (const entry of unwritten) this.#noted.set(keyOf(entry), entry);
    let bytes = 0;
    for (const entry of this.#entries.values()) {
      if (entry.final || this.#inFlight.has(entry.id)) continue;
      bytes += JSON.stringify(entry).length * 3; // a character takes up to three bytes
      if (bytes < LEAVING_BYTES) void this.#send(entry, true);
    }
  }

  /** Whether leaving now asks first. */
  get risky(): boolean {
    return risky(this.#entries.values(), this.#parts.online());
  }

  /** What is not on the server, one of each question. */
  get unsent(): Entry[] {
    return unsent(this.#entries.values());
  }

  /** Tries everything once. @returns what is still not on the server */
  async flush(): Promise<Entry[]> {
    await this.#passing;
    for (const entry of this.#entries.values()) if (!entry.final) this.#put({ ...entry, sendAt: 0 });
    await this.#pass();
    return this.unsent;
  }

  /** Forgets that a question's submission was refused, once that has been read. */
  dismiss(place: Place): void {
    const refused = this.#entries.get(keyOf({ ...place, user: this.#user, what: 'submission' }));
    if (refused?.final === true) this.#drop(refused);
  }

  /** Forgets all that is not on the server. */
  async discard(): Promise<void> {
    for (const entry of this.#entries.values()) this.#drop(entry);
    await this.#writing;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  hear(hearer: (news: News) => void): () => void {
    this.#hearers.add(hearer);
    return () => void this.#hearers.delete(hearer);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#parts.channel.close();
  }

  #written(place: Place, answer: Answer) {
    const { lessonId, questionId, versionId, variant } = place;
    const { now, ahead, newId } = this.#parts;
    const named = { lessonId, questionId, versionId, ...(variant === undefined ? {} : { variant }) };
    return { ...named, answer, user: this.#user, id: newId(), writtenAt: now() + ahead };
  }

  #put(entry: Entry): void {
    const key = keyOf(entry);
    this.#entries.set(key, entry);
    this.#unwritten.add(key);
    this.#changed();
    this.#write(async (store) => {
      const newest = this.#entries.get(key);
      // of many letters in a row the last one is written
      if (newest === undefined || !this.#unwritten.has(key)) return;
      await store.put(newest);
      if (this.#entries.get(key) === newest) this.#unwritten.delete(key);
      this.#unnote(key);
      this.#parts.channel.tell();
    });
  }

  #drop(entry: Entry): void {
    const key = keyOf(entry);
    if (this.#entries.get(key)?.id === entry.id) {
      this.#entries.delete(key);
      this.#unwritten.delete(key);
    }
    this.#dropped.add(entry.id);
    this.#changed();
    this.#write(async (store) => {
      await store.remove(entry);
      this.#dropped.delete(entry.id);
      this.#unnote(key);
      this.#parts.channel.tell();
    });
  }

  /** What stands in storage, or was thrown away, is in no note any more. */
  #unnote(key: string): void {
    const noted = this.#noted.get(key);
    if (noted !== undefined) this.#parts.note.forget(noted);
    this.#noted.delete(key);
  }

  /** What a page noted as it went, unless something newer was stored. */
  #takeOver(entry: Entry): void {
    const key = keyOf(entry);
    this.#noted.set(key, entry);
    this.#write(async (store) => {
      const [stored] = (await store.all(this.#user)).filter((one) => keyOf(one) === key);
      if (stored === undefined || stored.writtenAt <= entry.writtenAt) await store.put(entry);
      this.#unnote(key);
    });
  }

  /** One thing after the other: what is read meanwhile is never older than what was written before. */
  #write(work: (store: Store) => Promise<void>): void {
    this.#writing = this.#writing.then(async () => {
      const store = await this.#parts.store;
      const written = await work(store).then(
        () => true,
        () => false, // the disk is full: it is kept as long as the page is open
      );
      if (this.#lasts === (written && store.lasts)) return;
      this.#lasts = written && store.lasts;
      this.#changed();
    });
  }

  /** Takes over what other tabs have done. */
  #read(): Promise<void> {
    const reading = this.#writing.then(async () => {
      const store = await this.#parts.store;
      this.#lasts = this.#lasts && store.lasts;
      // what this page holds is true of it, whatever others have written
      const stored = await store.all(this.#user).catch(() => undefined);
      if (stored !== undefined) this.#adopt(stored);
    });
    this.#writing = reading;
    return reading;
  }

  #adopt(stored: readonly Entry[]): void {
    const keys = new Set(stored.map(keyOf));
    for (const entry of stored)
      if (!this.#unwritten.has(keyOf(entry)) && !this.#dropped.has(entry.id)) this.#entries.set(keyOf(entry), entry);
    for (const [key, entry] of this.#entries) {
      if (keys.has(key) || this.#unwritten.has(key)) continue;
      this.#entries.delete(key);
      // another tab has brought it to the server; how that ended is read from there
      if (this.#inFlight.has(entry.id)) continue;
      if (entry.what === 'draft') this.#saved(entry, this.#parts.now() + this.#parts.ahead);
      this.#announce(entry, 'stored', null);
    }
    this.#changed();
  }

  async #hear(): Promise<void> {
    await this.#read();
    this.#schedule();
  }

  /** Sends what is due, one after the other, unless another tab is at it. */
  #pass(): Promise<void> {
    this.#passing ??= this.#sendDue().then((done) => {
      this.#passing = undefined;
      this.#schedule(done ? 0 : LOOK_AGAIN_MS);
    });
    return this.#passing;
  }

  #sendDue(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#parts.alone(async () => {
      await this.#read();
      for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#send(next, false);
    });
  }

  #next(): Entry | undefined {
    return nextToSend(this.#entries.values(), new Set(this.#inFlight.keys()), this.#parts.now());
  }

  #schedule(atLeast = 0): void {
    clearTimeout(this.#timer);
    const at = nextMoment(this.#entries.values(), new Set(this.#inFlight.keys()));
    if (at === undefined || this.#passing !== undefined) return;
    this.#timer = setTimeout(() => void this.#pass(), Math.max(atLeast, at - this.#parts.now()));
  }

  async #send(entry: Entry, leaving: boolean): Promise<void> {
    this.#inFlight.set(entry.id, entry);
    this.#changed();
    const sent = await this.#parts.send(entry, leaving);
    this.#inFlight.delete(entry.id);
    this.#settle(entry, sent);
    if (leaving) this.#schedule();
  }

  #settle(entry: Entry, sent: Sent): void {
    const current = this.#entries.get(keyOf(entry));
    const replaced = current !== undefined && current.id !== entry.id;
    if (sent.ok) {
      if (sent.savedAt !== undefined) this.#saved(entry, sent.savedAt);
      if (!replaced) this.#drop(entry);
      this.#announce(entry, 'stored', null);
      return;
    }
    const after = afterRefusal(entry, sent, this.#parts.now(), this.#parts.random());
    // signed out meanwhile, or written anew: that one is tried by itself, but not at once
    if (current === undefined) {
      this.#changed();
      return;
    }
    if (replaced) {
      if (after !== undefined && !after.final)
        this.#put({ ...current, tries: after.tries, reason: after.reason, sendAt: after.sendAt });
      return;
    }
    if (after === undefined) this.#drop(entry);
    else this.#put(after);
    if (after !== undefined && !after.final) this.#tell(entry.id, { is: 'kept' });
    else {
      this.#announce(entry, 'refused', sent.refused);
      // it is not handed in, but it is written: that the server keeps
      if (after !== undefined && entry.what === 'submission')
        this.#put(draftAfter(undefined, { ...entry, id: this.#parts.newId() }, this.#parts.now()));
    }
  }

  #announce(entry: Entry, is: News['is'], code: RefusalCode | null): void {
    const awaited = this.#waiters.has(entry.id);
    this.#tell(entry.id, code === null ? { is: 'stored' } : { is: 'refused', code });
    const { lessonId, questionId, versionId, what } = entry;
    for (const hearer of this.#hearers) hearer({ lessonId, questionId, versionId, what, is, code, awaited });
    this.#changed();
  }

  #saved(entry: Entry, at: number): void {
    this.#savedAt.set(questionKey(entry), new Date(at).toISOString());
  }

  #tell(id: string, told: Told): void {
    this.#waiters.get(id)?.(told);
    this.#waiters.delete(id);
  }

  #look(): Snapshot {
    return {
      entries: [...this.#entries.values()],
      inFlight: new Set(this.#inFlight.keys()),
      lasts: this.#lasts,
      savedAt: new Map(this.#savedAt),
    };
  }

  #changed(): void {
    this.#snapshot = this.#look();
    for (const watcher of this.#watchers) watcher();
  }
}
