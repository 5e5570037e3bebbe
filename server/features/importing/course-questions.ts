/** The questions of banks that come with a course: those that are here already and say the same are asked as they stand. */
import { randomUUID } from 'node:crypto';
import { selectSaidByRef } from '../../../db/bank-pins.ts';
import { selectLookable } from '../../../db/bank-shares.ts';
import { database } from '../../../db/client.ts';
import type { FileQuestion } from '../../../domain/exchange/own/course-read.ts';
import type { Remark } from '../../../domain/exchange/remark.ts';
import { type Pin, pinName } from '../../../domain/lesson/pin-lines.ts';
import type { Banked } from '../../../domain/lesson/pins.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { compiler } from '../../compiling/compiler.ts';
import { problemsOfVariants } from '../../compiling/variants.ts';
import { FILE, saidBy } from '../questions/compiled.ts';
import { knownPictures, withAddresses } from './pictures.ts';

export interface PreparedQuestion {
  file: string;
  title: string;
  tags: readonly string[];
  /** what stands for it in the lessons of the file */
  held: Pin;
  /** `here`: it is asked as it stands; `faulty`: it cannot be taken, and `remarks` say why */
  state: 'new' | 'here' | 'faulty';
  /** what lessons pin; null: nothing can */
  pin: Pin | null;
  /** null: it is here, or faulty */
  said: Banked | null;
  /** its text as it is stored */
  source: string;
  pictures: readonly string[];
  remarks: readonly Remark[];
}

/** A text with the addresses that its pictures get, and how large they are. */
export type Addressed = (text: { source: string; pictures: FileQuestion['pictures'] }) => {
  source: string;
  pictures: Readonly<Record<string, { width: number; height: number }>>;
};

/**
 * @param known misconceptions that may be named
 * @param late asked before each: whether it takes too long
 * @returns null: it did
 */
export async function preparedQuestions(
  person: Person,
  questions: readonly FileQuestion[],
  { addressed, known, late }: { addressed: Addressed; known: readonly string[]; late: () => boolean },
): Promise<PreparedQuestion[] | null> {
  const here = await thoseHere(person, questions);
  const made: PreparedQuestion[] = [];
  for (const versions of Map.groupBy(questions, ({ held }) => held.ref).values()) {
    const id = randomUUID();
    let number = 0;
    for (const { file, title, tags, held, remarks, origin, ...text } of versions) {
      if (late()) return null;
      const { source, pictures } = addressed(text);
      const one = { file, title, tags, held, source, pictures: Object.keys(pictures) };
      if (origin !== null && here.has(origin.id)) {
        made.push({ ...one, state: 'here', pin: { ref: origin.id, version: origin.version }, said: null, remarks: [] });
        continue;
      }
      const read = remarks.length > 0 ? { remarks } : await compiledAs(source, pictures, known);
      if ('remarks' in read) {
        made.push({ ...one, state: 'faulty', pin: null, said: null, remarks: read.remarks });
        continue;
      }
      number += 1;
      const pin = { ref: id, version: number };
      made.push({ ...one, title: read.title, state: 'new', pin, said: read.said, remarks: [] });
    }
  }
  return made;
}

async function compiledAs(
  source: string,
  pictures: ReturnType<Addressed>['pictures'],
  known: readonly string[],
): Promise<{ said: Banked; title: string } | { remarks: Remark[] }> {
  const compiled = await compiler.compile({ what: 'question', source, file: FILE, pictures, known }, null);
  if (compiled === 'replaced') throw new Error('what is to be stored is no preview');
  const wrong = compiled.ok ? await problemsOfVariants([compiled.question], FILE) : compiled.problems;
  // of variants the last one says what is wrong, under which values the first
  const problem = compiled.ok ? wrong.at(-1) : wrong[0];
  if (!compiled.ok || problem !== undefined)
    return { remarks: [{ code: 'item.check', params: {}, ...(problem === undefined ? {} : { problem }) }] };
  return { said: saidBy(compiled.question), title: compiled.question.title };
}

/** Those that are here under their own numbers, say in each version what the file says, and may be asked by this person. */
async function thoseHere(person: Person, questions: readonly FileQuestion[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(questions.flatMap(({ origin }) => origin?.id ?? []))];
  if (ids.length === 0) return new Set();
  const db = database();
  const lookable = await selectLookable(db, ids, { id: person.id, seesAll: can(person.role, 'question.look') });
  const said = await selectSaidByRef(db, [...lookable]);
  const texts = new Map(said.map((one) => [pinName(one), one.source]));
  const stored = await knownPictures(questions.flatMap(({ pictures }) => pictures));
  const others = new Set(
    questions.flatMap(({ origin, source, pictures }) => {
      if (origin === null) return [];
      const pin = { ref: origin.id, version: origin.version };
      return withAddresses(source, pictures, stored) === texts.get(pinName(pin)) ? [] : [origin.id];
    }),
  );
  return new Set([...lookable].filter((id) => !others.has(id)));
}
