import 'server-only';
/** Quizzes of one's own and shared ones: a list, one with what it asks and the classes that it can be played with, and its versions. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { SETTINGS, settingsOf } from '../../db/activity-settings.ts';
import { selectLookable } from '../../db/bank-shares.ts';
import { database, pool } from '../../db/client.ts';
import { selectQuizRelation, selectQuizShares } from '../../db/quiz-shares.ts';
import { selectOptionalPlayedQuiz, selectQuizVersions } from '../../db/quiz-versions.ts';
import {
  type QuizShelf,
  selectCameFrom,
  selectItems,
  selectOptionalQuiz,
  selectOptionalSource,
  selectQuizzes,
} from '../../db/quizzes.ts';
import type { ListAsked } from '../../domain/list-page.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { changesOf } from '../../domain/quiz/changes.ts';
import { settingsIn } from '../../domain/quiz/quiz-source.ts';
import { USUAL_QUIZ } from '../../domain/quiz/settings.ts';
import { mayPlayQuiz } from '../../server/features/quizzes/standing.ts';
import { KEPT, keptVersions } from './kept-versions.ts';

/** A page of the quizzes on a shelf of somebody's. */
export async function readQuizzes(viewer: Person, asked: ListAsked, shelf: QuizShelf) {
  const found = await selectQuizzes(pool(), asked, { personId: viewer.id, shelf });
  return {
    ...found,
    rows: found.rows.map(({ changedAt, playedAt, ...row }) => ({
      ...row,
      changedAt: changedAt.toISOString(),
      playedAt: playedAt?.toISOString() ?? null,
    })),
  };
}

/** A quiz that this person may look at; to others it does not exist. */
async function findQuiz(viewer: Person, id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const quiz = await selectOptionalQuiz(database(), id);
  if (quiz === undefined) notFound();
  const relation = await selectQuizRelation(database(), quiz, viewer.id);
  if (!can(viewer.role, 'quiz.look', relation)) notFound();
  const may = (action: 'quiz.change' | 'quiz.copy' | 'quiz.keep'): boolean => can(viewer.role, action, relation);
  return {
    quiz,
    mine: relation.own === true,
    may: { change: may('quiz.change'), copy: may('quiz.copy'), keep: may('quiz.keep') },
  };
}

/** What a version asks; `opens`: the viewer may look at the question itself. */
async function readItems(viewer: Person, versionId: string) {
  const items = await selectItems(database(), versionId);
  const by = { id: viewer.id, seesAll: can(viewer.role, 'question.look') };
  const lookable = await selectLookable(
    database(),
    items.map(({ ref }) => ref),
    by,
  );
  return items.map((item) => ({ ...item, opens: lookable.has(item.ref) }));
}

/** A quiz with what it asks, and the classes that it can be played with. */
export async function readQuiz(viewer: Person, id: string) {
  const db = database();
  const { quiz, mine, may } = await findQuiz(viewer, id);
  const now = new Date();
  const [items, source, shares, from, out, classes] = await Promise.all([
    quiz.published === null ? [] : readItems(viewer, quiz.published.id),
    quiz.published === null ? undefined : selectOptionalSource(db, quiz.published.id),
    may.keep ? selectQuizShares(db, id) : [],
    selectCameFrom(db, id),
    db.activity.count({
      where: { lessonId: id, withdrawnAt: null, OR: [{ closesAt: null }, { closesAt: { gt: now } }] },
    }),
    db.class.findMany({
      where: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'teacher' } } },
      orderBy: { createdAt: 'asc' },
      select: {
        id: true,
        name: true,
        showNames: true,
        timeZone: true,
        activities: { where: { lessonId: id, withdrawnAt: null }, select: { ...SETTINGS, id: true, version: KEPT } },
      },
    }),
  ]);
  const kept = await keptVersions(
    classes.map(({ id: classId, activities }) => ({
      classId,
      quizId: id,
      published: quiz.published,
      kept: activities[0]?.version ?? null,
    })),
  );
  return {
    id,
    title: quiz.title,
    version: quiz.published?.number ?? 0,
    archived: quiz.archivedAt !== null,
    /** null: it is the viewer's own */
    owner: mine ? null : quiz.owner,
    /** who it was handed over from */
    from,
    /** so many classes have it as homework that is not closed: they keep the version that they have */
    out,
    may,
    shares,
    settings: source === undefined ? USUAL_QUIZ : settingsIn(source),
    items,
    classes: classes.map(({ activities, ...one }, at) => ({
      ...one,
      kept: kept[at] ?? null,
      /** by which rules it has this quiz; null: it does not */
      settings: activities[0] === undefined ? null : settingsOf(activities[0]),
      activityId: activities[0]?.id ?? null,
    })),
  };
}

/** A version of a quiz as it was, and all of them with what they changed, newest first. */
export async function readQuizVersion(viewer: Person, id: string, number: number) {
  const { quiz, may } = await findQuiz(viewer, id);
  const versions = await selectQuizVersions(database(), id);
  const shown = versions.find((one) => one.number === number);
  if (shown === undefined) notFound();
  return {
    id,
    title: quiz.title,
    newest: quiz.published?.number ?? 0,
    may,
    shown: { number, title: shown.title, settings: shown.settings, items: await readItems(viewer, shown.id) },
    versions: versions.map((one, at) => {
      // one that puts an error right for classes stands beside what it is of
      const before =
        one.basedOn === null
          ? versions.slice(at + 1).find(({ basedOn }) => basedOn === null)
          : versions.find(({ number: of }) => of === one.basedOn);
      return {
        number: one.number,
        basedOn: one.basedOn,
        at: one.at.toISOString(),
        by: one.by,
        /** null: it is the first one */
        changes: before === undefined ? null : changesOf(before, one),
      };
    }),
  };
}

/** Where the version of a quiz stands that a room plays or played, for whoever may look at it; undefined: nowhere. */
export async function readPlayedQuiz(viewer: Person, sessionId: string): Promise<string | undefined> {
  const played = await selectOptionalPlayedQuiz(database(), sessionId);
  if (played === undefined || !(await mayPlayQuiz(viewer, played.quiz))) return undefined;
  return `/quizzes/${played.quiz.id}/versions/${played.number}`;
}
