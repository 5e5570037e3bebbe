/** Writes what is ticked of a file: pictures, questions, new versions and quizzes in one transaction, or nothing. */
import { randomUUID } from 'node:crypto';
import { insertAllBanked, insertBankedVersion, lockBanked, type NewBanked, updateKept } from '../../../db/bank.ts';
import { selectBank } from '../../../db/bank-pins.ts';
import { database, pool } from '../../../db/client.ts';
import { insertEntry, selectCatalogue, selectKnownCodes } from '../../../db/misconceptions.ts';
import { insertAudit } from '../../../db/users.ts';
import type { ForeignQuiz, Format, NamedMisconception } from '../../../domain/exchange/foreign.ts';
import type { PreviewItem } from '../../../domain/exchange/preview.ts';
import { isRemark, type Remark, remark } from '../../../domain/exchange/remark.ts';
import { type Pin, pinName } from '../../../domain/lesson/pin-lines.ts';
import type { Banked } from '../../../domain/lesson/pins.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { compiler } from '../../compiling/compiler.ts';
import { problemsOfVariants } from '../../compiling/variants.ts';
import { FILE, saidBy } from '../questions/compiled.ts';
import { insertMadeQuiz, type MadeQuiz, quizOf } from '../quizzes/made.ts';
import { Overtaken, QuotaReached, type ReadyPicture, readAll, readyOf, storeReady, withAddresses } from './pictures.ts';

/** A question of one's own that a line is a version of. */
export interface Replaced {
  id: string;
  /** its newest */
  version: number;
  /** the line says what it says */
  same: boolean;
}

interface Wanted {
  format: Format;
  items: readonly PreviewItem[];
  /** their places */
  chosen: readonly number[];
  /** of those that become the next version of what one has: over which version */
  bases: ReadonlyMap<number, number>;
  mine: ReadonlyMap<number, Replaced>;
  /** of lines that say what one has already: which question that is */
  said: ReadonlyMap<number, Said>;
  quizzes: readonly ForeignQuiz[];
  misconceptions: readonly NamedMisconception[];
}

/** More than 200 pictures of 2 MB take. */
const WRITING_MS = 120_000;
const MOST_TAGS = 20;

interface Ready extends NewBanked {
  place: number;
  /** of the question that it becomes the next version of; null: it is a new one */
  base: number | null;
  kept: readonly ReadyPicture[];
}

/** @returns `told`: why nothing was taken, where that is not a refusal of the usual ones */
export async function takeAll(
  person: Person,
  { format, items, chosen, bases, mine, said, quizzes, misconceptions }: Wanted,
): Promise<Outcome<{ count: number; quizzes: number } | { told: Remark }>> {
  const pictures = await readAll(chosen.flatMap((place) => items[place]?.pictures ?? []));
  if (isRemark(pictures)) return { ok: true, told: pictures };
  const ready: Ready[] = [];
  const catalogue = await newEntries(person, misconceptions);
  if (isRemark(catalogue)) return { ok: true, told: catalogue };
  for (const place of chosen) {
    const { document = null, question = null, pictures: shown = [], tags = [], title = '' } = items[place] ?? {};
    if (document === null || question === null) return refuse('badInput', 'take');
    const source = withAddresses(document, shown, pictures);
    const kept = readyOf(shown, pictures);
    const sizes = Object.fromEntries(kept.map(({ id, width, height }) => [id, { width, height }]));
    const compiled =
      kept.length === 0 && question.key.misconceptions === undefined
        ? { ok: true as const, question }
        : await compiler.compile(
            { what: 'question', source, file: FILE, pictures: sizes, known: catalogue.known },
            null,
          );
    if (compiled === 'replaced') return refuse('unavailable');
    const wrong = compiled.ok ? await problemsOfVariants([compiled.question], FILE) : compiled.problems;
    const [problem] = wrong.toReversed();
    if (!compiled.ok || problem !== undefined)
      return { ok: true, told: { ...remark('own.broken', { title }), ...(problem === undefined ? {} : { problem }) } };
    const base = bases.get(place) ?? null;
    ready.push({
      place,
      base,
      id: base === null ? randomUUID() : (mine.get(place)?.id ?? ''),
      source,
      said: saidBy(compiled.question),
      createdById: person.id,
      pictures: kept.map(({ id }) => id),
      kept,
      tags,
    });
  }
  const made = await quizzesOf(person, quizzes, { ready, mine, said, items });
  if (isRemark(made)) return { ok: true, told: made };
  try {
    const named = new Set(ready.flatMap(({ said }) => (said.key.misconceptions ?? []).map(({ id }) => id)));
    await write(
      person,
      format,
      ready,
      made,
      catalogue.entries.filter(({ code }) => named.has(code)),
    );
  } catch (error) {
    if (error instanceof Overtaken) return refuse('changedMeanwhile', 'base');
    if (error instanceof QuotaReached) return { ok: true, told: remark('pictureCannot.quota') };
    throw error;
  }
  return { ok: true, count: ready.length, quizzes: made.length };
}

async function write(
  person: Person,
  format: Format,
  ready: readonly Ready[],
  quizzes: readonly MadeQuiz[],
  entries: readonly NewEntry[],
): Promise<void> {
  await database().$transaction(
    async (tx) => {
      await storeReady(
        tx,
        person,
        ready.flatMap((one) => one.kept),
      );
      for (const entry of entries) await insertEntry(tx, { courseId: null, ownerId: person.id, ...entry });
      await insertAllBanked(
        tx,
        { ownerId: person.id },
        ready.filter(({ base }) => base === null),
      );
      for (const { id, base, tags, ...version } of ready) {
        if (base === null) continue;
        const newest = await lockBanked(tx, id);
        const owner = await tx.question.findUnique({ where: { id }, select: { ownerId: true } });
        // theirs no more: then it is not for them to change
        if (newest !== base || owner?.ownerId !== person.id) throw new Overtaken();
        await insertBankedVersion(tx, id, base + 1, { ...version, correction: false });
        if (tags.length > 0) await updateKept(tx, [id], { add: tags, remove: [], most: MOST_TAGS });
      }
      for (const quiz of quizzes) await insertMadeQuiz(tx, person, quiz);
      await insertAudit(tx, {
        actorId: person.id,
        action: 'question.import',
        subject: person.id,
        details: { format, count: ready.length, quizzes: quizzes.length },
      });
    },
    { timeout: WRITING_MS },
  );
}

interface NewEntry {
  code: string;
  name: string;
  words: string;
  html: string;
}

/** What of a file's catalogue this person has not: it comes with the questions that name it. */
async function newEntries(
  person: Person,
  misconceptions: readonly NamedMisconception[],
): Promise<{ known: string[]; entries: NewEntry[] } | Remark> {
  const seesAll = can(person.role, 'question.look');
  const known = await selectKnownCodes(pool(), seesAll ? null : person.id);
  // what somebody shares is theirs: its words would go with the sharing
  const held = new Set(
    (misconceptions.length === 0 ? [] : await selectCatalogue(pool(), { id: person.id, editedOnly: false })).map(
      ({ code }) => code,
    ),
  );
  const entries: NewEntry[] = [];
  for (const { id, name, words } of misconceptions) {
    if (held.has(id)) continue;
    const made = await compiler.compile({ what: 'words', source: words, file: FILE }, null);
    if (made === 'replaced') throw new Error('what is to be stored is no preview');
    const [problem] = made.ok ? [] : made.problems;
    if (!made.ok) return { ...remark('own.misconception', { name }), ...(problem === undefined ? {} : { problem }) };
    entries.push({ code: id, name, words, html: made.html });
  }
  return { known: [...known, ...entries.map(({ code }) => code)], entries };
}

/** One of somebody's own questions, as it stands. */
export interface Said {
  id: string;
  version: number;
}

const pinOf = (said: Said | undefined): { ref: string; version: number } | undefined =>
  said && { ref: said.id, version: said.version };

/** The quizzes of a file of what was taken with them; what one has already is asked as it stands. */
async function quizzesOf(
  person: Person,
  quizzes: readonly ForeignQuiz[],
  { ready, mine, said, items }: Pick<Wanted, 'mine' | 'said' | 'items'> & { ready: readonly Ready[] },
): Promise<MadeQuiz[] | Remark> {
  const taken = new Map(ready.map((one) => [one.place, one]));
  const made: MadeQuiz[] = [];
  for (const { title, settings, questions } of quizzes) {
    const there: Pin[] = [];
    const bank: Record<string, Banked> = {};
    const pins = questions.flatMap(({ item, name, seconds, points }) => {
      const one = taken.get(item);
      const old = mine.get(item);
      const pin =
        one !== undefined
          ? { ref: one.id, version: (one.base ?? 0) + 1 }
          : old?.same === true
            ? { ref: old.id, version: old.version }
            : pinOf(said.get(item));
      if (pin === undefined || items[item] === undefined) return [];
      if (one !== undefined) bank[pinName(pin)] = one.said;
      else there.push(pin);
      return [{ ...pin, name, seconds, points }];
    });
    const seesAll = can(person.role, 'question.look');
    // the quiz is nobody's yet, and asks nothing
    const none = randomUUID();
    const stored = await selectBank(database(), {
      pins: there,
      lessonId: none,
      like: none,
      by: { id: person.id, seesAll },
    });
    const quiz = await quizOf({ title, settings }, pins, { ...stored, ...bank });
    if ('problems' in quiz) {
      const [problem] = quiz.problems;
      return { ...remark('own.quizBroken', { title }), ...(problem === undefined ? {} : { problem }) };
    }
    made.push(quiz);
  }
  return made;
}
