/** Gives some students of a class questions to practise: as a quiz of whoever gives it, that is homework for them alone. */
import { z } from 'zod';
import { selectBankRows } from '../../../db/bank-list.ts';
import { database, pool } from '../../../db/client.ts';
import { USUAL_SETTINGS } from '../../../domain/activities/settings.ts';
import { MOST_STUDENTS } from '../../../domain/people/input.ts';
import { can } from '../../../domain/people/permissions.ts';
import { named } from '../../../domain/quiz/quiz-source.ts';
import { USUAL_QUIZ } from '../../../domain/quiz/settings.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { writeGiven } from '../activities/give.ts';
import { command } from '../contract.ts';
import { lookingOf } from '../questions/looking.ts';
import { quizTitle, readyQuiz, storeQuiz } from '../quizzes/commands.ts';
import { ofClass } from '../standing.ts';

const MOST = 30;

/** Each question as it says now. A quiz of its own: what the class was given before keeps its rules and its students. */
export const givePractice = command({
  input: z.strictObject({
    classId: z.uuid(),
    title: quizTitle,
    questions: z.array(z.uuid()).min(1).max(MOST),
    students: z.array(z.uuid()).min(1).max(MOST_STUDENTS),
  }),
  allow: ofClass('class.manage'),
  run: async (
    person,
    { classId, title, questions, students },
  ): Promise<Outcome<{ activityId: string; quizId: string }>> => {
    if (!can(person.role, 'quiz.make')) return refuse('notAllowed');
    const learn = await database().enrolment.count({ where: { classId, role: 'student', userId: { in: students } } });
    if (learn < new Set(students).size) return refuse('badInput', 'students');
    const found = await selectBankRows(pool(), [...new Set(questions)], lookingOf(person));
    if (found.length < new Set(questions).size) return refuse('notFound', 'questions');
    const pins = found.map(({ id: ref, version }) => ({ name: null, ref, version, seconds: null, points: null }));
    const ready = await readyQuiz(person, { title, pins: named(pins), settings: USUAL_QUIZ });
    if (!ready.ok) return ready;
    const quizId = ready.quiz.id;
    const activityId = await database().$transaction(async (tx) => {
      const versionId = await storeQuiz(tx, person, ready.quiz);
      const given = await writeGiven(tx, person, { ...USUAL_SETTINGS, students, classId, lessonId: quizId }, versionId);
      // it is to learn by: in the grade book it stands, and counts nothing
      await tx.activity.update({ where: { id: given }, data: { weight: 0 } });
      return given;
    });
    return { ok: true, activityId, quizId };
  },
});
