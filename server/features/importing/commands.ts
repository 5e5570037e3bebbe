/** Questions of other programs: looked at, and those that are ticked taken, all of them or none. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { selectOwnBanked, selectOwnTexts, withoutPictures } from '../../../db/bank-own.ts';
import { database } from '../../../db/client.ts';
import { ENCODINGS } from '../../../domain/exchange/encodings.ts';
import type { ForeignQuiz, Format } from '../../../domain/exchange/foreign.ts';
import { MOST } from '../../../domain/exchange/limits.ts';
import type { Preview, PreviewItem } from '../../../domain/exchange/preview.ts';
import type { Remark } from '../../../domain/exchange/remark.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { readInTurn } from '../../importing/importer.ts';
import { lookedThrough } from '../../importing/look-through.ts';
import { command } from '../contract.ts';
import { isAmong, knownPictures, withAddresses } from './pictures.ts';
import { type Replaced, type Said, takeAll } from './take.ts';

/** Of 20 MB in base64; beside it stand the ticks. */
const LARGEST_FILE = Math.ceil(MOST.bytes / 3) * 4;
export const LARGEST = LARGEST_FILE + 256 * 1024;
export const file = storable.max(LARGEST_FILE);
/** in which encoding it is where it is not UTF-8; left out: that is guessed */
const encoding = z.enum(ENCODINGS).optional();

/** A line of what would be taken, as a page shows it: what is compiled, and its pictures, stay here. */
export interface LookedAt extends Omit<PreviewItem, 'question' | 'pictures' | 'origin'> {
  /** a question of one's own says exactly this already */
  known: boolean;
  /** the newest version of the question of one's own that it can be the next one of; null: there is none */
  replaces: number | null;
}

export type Looked =
  | { refused: Remark }
  | {
      format: Format;
      title: string | null;
      remarks: readonly Remark[];
      lines: LookedAt[];
      quizzes: readonly ForeignQuiz[];
      seen: string;
    };

/** What would be taken of a file, line by line; nothing is written. */
export const lookAtFile = command({
  input: z.strictObject({ file, encoding }),
  allow: 'question.make',
  largest: LARGEST,
  run: async (person, { file, encoding }): Promise<Outcome<{ looked: Looked }>> => {
    const read = await readInTurn(bytesOf(file), encoding);
    if (read === null) return refuse('tooMany');
    if ('refused' in read) return { ok: true, looked: read };
    const { format, title, remarks, quizzes } = read.preview;
    const known = await knownPictures(read.preview.items.flatMap(({ pictures }) => pictures));
    const { items } = await lookedThrough(read.preview, { isStored: isAmong(known) });
    const own = await saidBy(person, items);
    const replaced = await replacedBy(person, items);
    const lines = items.map(({ at, title, kind, taken, remarks, document, tags }, place) => {
      const known = own.has(place);
      const mine = replaced.get(place);
      const replaces = mine === undefined || mine.same ? null : mine.version;
      return { at, title, kind, taken, remarks, document, tags, known, replaces };
    });
    return { ok: true, looked: { format, title, remarks, lines, quizzes, seen: seenOf(read.preview) } };
  },
});

const places = z.array(z.int().min(0)).max(MOST.items);

/**
 * Takes what is ticked of a file as questions of one's own, or as new versions of them, in one transaction.
 * @param replace of those that are taken: the ones that become the next version of what one has, and over which version
 * @param seen what the page was shown: if the file is read otherwise by now, nothing is taken
 */
export const importQuestions = command({
  input: z.strictObject({
    file,
    encoding,
    take: places,
    replace: z.array(z.strictObject({ place: z.int().min(0), base: z.int().min(1) })).max(MOST.items),
    quizzes: places,
    seen: storable.max(100),
  }),
  allow: 'question.make',
  largest: LARGEST,
  run: async (
    person,
    { file, encoding, take, replace, quizzes, seen },
  ): Promise<Outcome<{ count: number; quizzes: number } | { told: Remark }> | Refused> => {
    const read = await readInTurn(bytesOf(file), encoding);
    if (read === null) return refuse('tooMany');
    if ('refused' in read || seenOf(read.preview) !== seen) return refuse('changedMeanwhile', 'file');
    const { format, items } = read.preview;
    const chosen = [...new Set(take)];
    const made = [...new Set(quizzes)].map((place) => read.preview.quizzes[place]);
    if (chosen.length + made.length === 0) return refuse('badInput', 'take');
    if (chosen.some((place) => items[place]?.question == null)) return refuse('badInput', 'take');
    if (made.includes(undefined)) return refuse('badInput', 'quizzes');
    const mine = await replacedBy(person, items);
    const bases = new Map(replace.map(({ place, base }) => [place, base]));
    // somebody else's is never offered; and whatever is sent, never replaced
    for (const [place, base] of bases) {
      if (!chosen.includes(place) || !mine.has(place)) return refuse('badInput', 'replace');
      if (mine.get(place)?.version !== base) return refuse('changedMeanwhile', 'base');
    }
    return takeAll(person, {
      format,
      items,
      chosen,
      bases,
      mine,
      said: made.length === 0 ? new Map() : await saidBy(person, items),
      misconceptions: read.preview.misconceptions,
      quizzes: made.filter((one) => one !== undefined),
    });
  },
});

/** Which lines say what one of somebody's own questions says, by their places. */
async function saidBy(person: Person, items: readonly PreviewItem[]): Promise<Map<number, Said>> {
  const hashes = items.map(({ document }) => (document === null ? null : md5(withoutPictures(document))));
  const own = await selectOwnTexts(
    database(),
    person.id,
    hashes.filter((hash) => hash !== null),
  );
  return new Map(
    hashes.flatMap((hash, place) => {
      const said = hash === null ? undefined : own.get(hash);
      return said === undefined ? [] : [[place, said] as const];
    }),
  );
}

/** Which lines are questions that somebody has, by their places; `same`: they say what it says. */
async function replacedBy(person: Person, items: readonly PreviewItem[]): Promise<Map<number, Replaced>> {
  const ids = items.flatMap(({ origin }) => (origin === null ? [] : [origin.id]));
  const own = ids.length === 0 ? new Map() : await selectOwnBanked(database(), person.id, ids);
  const known = own.size === 0 ? new Map() : await knownPictures(items.flatMap(({ pictures }) => pictures));
  return new Map(
    items.flatMap(({ origin, document, pictures }, place) => {
      const found = origin === null ? undefined : own.get(origin.id);
      if (origin === null || found === undefined || document === null) return [];
      const same = withAddresses(document, pictures, known) === found.source;
      return [[place, { id: origin.id, version: found.version, same }] as const];
    }),
  );
}

export const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
/** The same for the same lines. */
const seenOf = ({ items, quizzes, misconceptions }: Preview): string =>
  createHash('sha256')
    .update(JSON.stringify([items.map(({ document, tags }) => [document, tags]), quizzes, misconceptions]))
    .digest('base64url');
