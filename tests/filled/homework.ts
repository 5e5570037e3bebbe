/** A class at its homework: every kind of question, right, wrong and unreadable; drafts, hints, tries, decisions, regrades. */
import { database } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import type { Answer } from '../../domain/answer.ts';
import { randomFrom } from '../../domain/judging/random.ts';
import { rehearsalAnswer } from '../../domain/live/rehearsal.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Question } from '../../domain/question.ts';
import { decide } from '../../server/features/board/commands.ts';
import { revealHint, saveDraft, submit } from '../../server/features/practice/commands.ts';
import { applyRegrade, cancelRegrade } from '../../server/features/regrading/commands.ts';
import { CHOICE, correct, otherKey, type RegradeClass, ready, start, until } from '../support/regrading.ts';

const BROKEN: Partial<Record<Question['kind'], Answer>> = {
  number: { kind: 'number', value: 'about two' },
  maths: { kind: 'maths', parts: { dx: '2xy', dy: 'x^2+', dz: '' } },
  function: { kind: 'function', code: 'def jacobian(f, x, h=1e-5)\n  return' },
};

let sent = 0;

/** Refusals are part of a class at work: no attempt left, nothing readable. */
async function handIn(
  person: Person,
  lessonId: string,
  question: Question,
  answer: Answer,
): Promise<string | undefined> {
  const clientId = `filled-${++sent}-of-${person.login}`;
  const done = await submit(person, { lessonId, questionId: question.id, answer, purpose: 'submit', clientId });
  return done.ok ? done.submission : undefined;
}

/** Everybody works through the lessons, each in their own way; the same way each time. */
export async function workThrough(students: readonly Person[], lessonIds: readonly string[]): Promise<string[]> {
  const ids: (string | undefined)[] = [];
  for (const lessonId of lessonIds) {
    const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
    for (const [order, question] of [...(await selectQuestions(database(), publishedId ?? '')).values()].entries())
      for (const [seat, person] of students.entries()) {
        const random = randomFrom(`${person.login}:${question.id}`);
        if ((seat + order) % 5 === 4) continue; // not everybody gets everywhere
        const { answer } = rehearsalAnswer(question, () => random.next());
        if (seat % 3 === 0) await revealHint(person, { lessonId, questionId: question.id });
        const broken = BROKEN[question.kind];
        if (seat % 4 === 2 && broken !== undefined) ids.push(await handIn(person, lessonId, question, broken));
        ids.push(await handIn(person, lessonId, question, answer));
        if (seat % 2 === 0)
          ids.push(await handIn(person, lessonId, question, rehearsalAnswer(question, () => 0).answer));
        if (seat % 6 === 5) await saveDraft(person, { lessonId, questionId: question.id, answer });
      }
  }
  return ids.filter((id) => id !== undefined);
}

/** Waits until the pool has graded all of them. */
export function allGraded(ids: readonly string[]): Promise<true> {
  return until(async () => {
    const open = await database().submission.count({ where: { id: { in: [...ids] }, verdicts: { none: {} } } });
    return open === 0;
  }, 300_000);
}

/** A teacher decides here and there. */
export async function decideSome(teacher: Person, ids: readonly string[]): Promise<void> {
  for (const [index, submission] of ids.entries())
    if (index % 11 === 3) {
      const { maxPoints } = await database().verdict.findFirstOrThrow({ where: { submissionId: submission } });
      await decide(teacher, { submission, points: maxPoints / 2 });
    }
}

/** One regrade that was applied, one that was cancelled, one that waits for the teacher. */
export async function regradeSome(room: RegradeClass): Promise<void> {
  await otherKey(room);
  const applied = await start(room);
  await ready(room, applied);
  expectOk(await applyRegrade(room.teacher, { regrade: applied }));
  await correct(room, ['Gradient descent update', 'The update of gradient descent']);
  const cancelled = await start(room, []);
  expectOk(await cancelRegrade(room.teacher, { regrade: cancelled }));
  await until(async () => {
    const [row] = await database().$queryRaw<{ jobs: number }[]>`
      select count(*)::int as jobs from graphile_worker._private_jobs`;
    return row?.jobs === 0;
  }, 120_000);
  await correct(
    room,
    ["- [x] It's just a convention", "- [ ] It's just a convention\n  > Each step would go uphill."],
    [/- \[ \] To move toward lower loss\n {2}> .*/, '- [x] To move toward lower loss'],
  );
  await ready(room, await start(room, [CHOICE]));
}

function expectOk(done: { ok: boolean }): void {
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done)}`);
}
