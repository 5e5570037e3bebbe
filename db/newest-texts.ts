/** What a class has handed in last to questions without points, as text: for exports. */
import type { Pool } from 'pg';
import { answerDocument } from '../domain/documents/formats.ts';
import { answerText } from '../domain/kinds/asked.ts';

interface Asked {
  classId: string;
  questions: readonly { lessonId: string; id: string }[];
}

/** The text of a student's newest submission to a question; undefined: there is none. */
type Texts = (userId: string, lessonId: string, questionId: string) => string | undefined;

/** The newest submission of each student of a class to each of these questions: the last one counts. */
export async function selectNewestTexts(pool: Pool, { classId, questions }: Asked): Promise<Texts> {
  if (questions.length === 0) return () => undefined;
  const { rows } = await pool.query<{ user: string; lesson: string; question: string; answer: unknown }>(
    `select distinct on (s.user_id, s.lesson_id, s.question_id)
       s.user_id as "user", s.lesson_id as lesson, s.question_id as question, s.answer
     from submissions s
     join enrolments e on e.user_id = s.user_id and e.class_id = $1 and e.role = 'student'
     join unnest($2::uuid[], $3::text[]) asked(lesson, question)
       on asked.lesson = s.lesson_id and asked.question = s.question_id
     where s.purpose = 'submit'
     order by s.user_id, s.lesson_id, s.question_id, s.created_at desc, s.id desc`,
    [classId, questions.map(({ lessonId }) => lessonId), questions.map(({ id }) => id)],
  );
  const key = (...names: string[]): string => JSON.stringify(names);
  const texts = new Map(
    rows.map(({ user, lesson, question, answer }) => [
      key(user, lesson, question),
      answerText(answerDocument.trust(answer)),
    ]),
  );
  return (userId, lessonId, questionId) => texts.get(key(userId, lessonId, questionId));
}
