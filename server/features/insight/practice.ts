/** Gives some students of a class questions to practise: as a quiz of whoever gives it, that is homework for them alone. */
import { z } from 'zod';
import { selectBankRows } from '../../../db/bank-list.ts';
import { database, pool } from '../../../db/client.ts';
import { USUAL_SETTINGS } from '../../../domain/activities/settings.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { MOST_STUDENTS } from '../../../domain/people/input.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { giveActivity } from '../activities/give.ts';
import { command } from '../contract.ts';
import { lookingOf } from '../questions/looking.ts';
import { makeQuiz } from '../quizzes/commands.ts';
import { ofClass } from '../standing.ts';

const MOST = 30;

/** Each question as it says now. A quiz of its own: what the class was given before keeps its rules and its students. */
export const givePractice = command({
  input: z.strictObject({
    classId: z.uuid(),
    title: storable.min(1).max(200),
    questions: z.array(z.uuid()).min(1).max(MOST),
    students: z.array(z.uuid()).min(1).max(MOST_STUDENTS),
  }),
  allow: ofClass('class.manage'),
  run: async (
    person,
    { classId, title, questions, students },
  ): Promise<Outcome<{ activityId: string; quizId: string }>> => {
    const learn = await database().enrolment.count({ where: { classId, role: 'student', userId: { in: students } } });
    if (learn < new Set(students).size) return refuse('badInput', 'students');
    const found = await selectBankRows(pool(), [...new Set(questions)], lookingOf(person));
    if (found.length < new Set(questions).size) return refuse('notFound', 'questions');
    const pins = found.map(({ id: ref, version }) => ({ name: null, ref, version, seconds: null, points: null }));
    const made = await makeQuiz(person, { title, questions: pins });
    if (!made.ok) return made;
    const given = await giveActivity(person, { ...USUAL_SETTINGS, students, classId, lessonId: made.quizId });
    if (!given.ok) return given;
    // it is to learn by: in the grade book it stands, and counts nothing
    await database().activity.update({ where: { id: given.activityId }, data: { weight: 0 } });
    return { ok: true, activityId: given.activityId, quizId: made.quizId };
  },
});
