import 'server-only';
/** How far somebody is on the way to a quiz of their own: read off what is there, never noted down. */
import { database, pool } from '../../db/client.ts';
import { selectQuizzes } from '../../db/quizzes.ts';
import type { Person } from '../../domain/people/person.ts';

/** In the order in which one does them. */
const STEPS = ['question', 'quiz', 'rehearsal', 'played', 'homework'] as const;
export type QuizStep = (typeof STEPS)[number];

export interface FirstQuiz {
  questions: number;
  /** the one that was changed last and asks something; null: none yet */
  quiz: { id: string; title: string } | null;
  /** whose board shows the homework, or the first class they teach; null: they teach none */
  classId: string | null;
  /** the steps that are not done yet, in order */
  open: QuizStep[];
}

/** What a teacher has done of it. */
export async function readFirstQuiz({ id: personId }: Person): Promise<FirstQuiz> {
  const db = database();
  const ofQuiz = { hostId: personId, lesson: { levelId: null } };
  const taught = { archivedAt: null, enrolments: { some: { userId: personId, role: 'teacher' as const } } };
  const [questions, quizzes, rehearsal, played, homework, classOfTheirs] = await Promise.all([
    db.question.count({ where: { ownerId: personId, archivedAt: null } }),
    selectQuizzes(pool(), { search: '', page: 1 }, { personId, shelf: 'current' }),
    db.player.findFirst({ where: { rehearsal: true, session: ofQuiz }, select: { id: true } }),
    db.player.findFirst({ where: { rehearsal: false, session: ofQuiz }, select: { id: true } }),
    db.activity.findFirst({
      where: { lesson: { levelId: null, ownerId: personId }, withdrawnAt: null, class: taught },
      select: { classId: true },
    }),
    db.class.findFirst({ where: taught, orderBy: { createdAt: 'asc' }, select: { id: true } }),
  ]);
  const quiz = quizzes.rows.find((one) => one.questions > 0);
  const done = {
    question: questions > 0,
    quiz: quiz !== undefined,
    rehearsal: rehearsal !== null,
    played: played !== null,
    homework: homework !== null,
  };
  return {
    questions,
    quiz: quiz === undefined ? null : { id: quiz.id, title: quiz.title },
    classId: homework?.classId ?? classOfTheirs?.id ?? null,
    open: STEPS.filter((step) => !done[step]),
  };
}
