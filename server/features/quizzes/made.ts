/** A quiz that is made together with the questions that it asks: compiled before any of them is stored, and stored with them. */
import type { Queryable } from '../../../db/client.ts';
import { publishVersion } from '../../../db/lessons.ts';
import { insertQuiz } from '../../../db/quizzes.ts';
import type { Compiled } from '../../../domain/lesson/compile.ts';
import { splitLesson } from '../../../domain/lesson/compiled.ts';
import type { Bank } from '../../../domain/lesson/pins.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import { named, type QuizPin, quizSource } from '../../../domain/quiz/quiz-source.ts';
import type { QuizSettings } from '../../../domain/quiz/settings.ts';
import { compiler } from '../../compiling/compiler.ts';
import { hashOf } from '../courses/publish.ts';

export interface MadeQuiz {
  title: string;
  source: string;
  compiled: Extract<Compiled, { ok: true }>;
}

/** @param bank what its pins say, stored or about to be */
export async function quizOf(
  { title, settings }: { title: string; settings: QuizSettings },
  pins: readonly QuizPin[],
  bank: Bank,
): Promise<MadeQuiz | { problems: LessonProblem[] }> {
  const taken = new Set<string>();
  const once = pins.map((pin) => {
    const name = taken.has(pin.name) ? null : pin.name;
    taken.add(pin.name);
    return { ...pin, name };
  });
  const source = quizSource(title, named(once), settings);
  const compiled = await compiler.compile(
    { what: 'lesson', source, file: 'quiz.md', bank, pictures: {}, known: [] },
    null,
  );
  if (compiled === 'replaced') throw new Error('what is to be stored is no preview');
  return compiled.ok ? { title, source, compiled } : { problems: compiled.problems };
}

/** In the transaction in which its questions are stored. */
export async function insertMadeQuiz(
  tx: Queryable,
  person: Person,
  { title, source, compiled }: MadeQuiz,
): Promise<void> {
  const id = await insertQuiz(tx, { ownerId: person.id, title });
  const { content, keys } = splitLesson(compiled.lesson);
  const published = await publishVersion(tx, id, {
    over: undefined,
    source,
    sourceHash: hashOf(source),
    title: content.title,
    content,
    keys,
    pins: compiled.pins,
    pictures: [],
    createdById: person.id,
  });
  if (published === 'overtaken') throw new Error('somebody else wrote a quiz that is not there yet');
}
