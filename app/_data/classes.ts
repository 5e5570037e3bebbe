import 'server-only';
/** What the class pages show, for those who may see it. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { SETTINGS, settingsOf } from '../../db/activity-settings.ts';
import { askedAs, isBarred, selectOptionalUntouchedRoster } from '../../db/class-people.ts';
import { selectClassStanding, studiesIn } from '../../db/classes.ts';
import { database, pool } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { countOpenInquiries } from '../../db/inquiries.ts';
import { selectOptionalAsked } from '../../db/lessons.ts';
import { type ListedClass, type NamesBy, selectClasses, selectStudents, selectTicketsOf } from '../../db/lists.ts';
import { selectOptionalSource } from '../../db/quizzes.ts';
import type { ListAsked, ListPage } from '../../domain/list-page.ts';
import { COUNTS_FOR } from '../../domain/live/counts-for.ts';
import { type QuizQuestion, quizQuestionsOf } from '../../domain/live/quiz-questions.ts';
import { compareNames, sortByName } from '../../domain/people/name-order.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { settingsIn } from '../../domain/quiz/quiz-source.ts';
import { homeworkOf, type QuizLive, USUAL_QUIZ } from '../../domain/quiz/settings.ts';
import { selectOptionalOfClass } from '../../server/features/activities/of-class.ts';
import { authorise } from '../../server/features/contract.ts';
import { mayPlayQuiz } from '../../server/features/quizzes/standing.ts';
import { ofAnyClass, ofClass } from '../../server/features/standing.ts';
import { KEPT, keptVersions } from './kept-versions.ts';
import { requireViewer } from './viewer.ts';

/** Who may do that in the class; to others the page does not exist. */
export async function requireClass(id: string, path: string, action: ClassAction = 'class.manage') {
  return classFor(id, path, { action, aside: false });
}

/** The same for what is read also once the class was put aside; nothing of it is changed then. */
export const requireGrades = (id: string, path: string) => classFor(id, path, { action: 'result.change', aside: true });

type ClassAction = 'class.results' | 'class.people' | 'class.manage' | 'result.change' | 'hour.watch';

async function classFor(id: string, path: string, { action, aside }: { action: ClassAction; aside: boolean }) {
  const viewer = await requireViewer(path);
  if (!z.uuid().safeParse(id).success) notFound();
  const allowed = await authorise(viewer, aside ? ofAnyClass(action) : ofClass(action), { classId: id });
  if (!allowed.ok) notFound();
  const [asked, found, relation] = await Promise.all([
    countOpenInquiries(database(), id),
    database().class.findUnique({
      where: { id },
      select: {
        id: true,
        name: true,
        joinToken: true,
        courseId: true,
        showNames: true,
        timeZone: true,
        namesBy: true,
        archivedAt: true,
      },
    }),
    selectClassStanding(database(), viewer.id, id, aside ? 'put aside too' : 'in use'),
  ]);
  if (found === null) notFound();
  const { namesBy, archivedAt, ...rest } = found;
  const may = (what: 'class.manage' | 'class.people' | 'verdict.decide' | 'draft.see'): boolean =>
    can(viewer.role, what, relation);
  return {
    viewer,
    found: {
      ...rest,
      namesBy: namesBy === 'given' ? ('given' as const) : ('family' as const),
      aside: archivedAt !== null,
      /** how many questions of students wait for an answer */
      asked,
      /** what the viewer may do in it beyond seeing it */
      may: {
        manage: may('class.manage'),
        people: may('class.people'),
        grade: may('verdict.decide'),
        drafts: may('draft.see'),
      },
    },
  };
}

/** Its teachers and admins also where it was put aside. */
export async function requireAnyClass(id: string, path: string) {
  const viewer = await requireViewer(path);
  if (!z.uuid().safeParse(id).success) notFound();
  const asked = await authorise(viewer, ofAnyClass('class.manage'), { classId: id });
  if (!asked.ok) notFound();
  const found = await database().class.findUnique({
    where: { id },
    select: { id: true, name: true, archivedAt: true, timeZone: true },
  });
  if (found === null) notFound();
  const { archivedAt, ...rest } = found;
  const open = await countOpenInquiries(database(), id);
  return {
    viewer,
    found: { ...rest, aside: archivedAt !== null, asked: open, may: { manage: true, people: true, grade: true } },
  };
}

/** The classes that one teaches, a page of them; admins see all. */
export async function readClasses(viewer: Person, asked: ListAsked, aside: boolean): Promise<ListPage<ListedClass>> {
  return selectClasses(pool(), asked, can(viewer.role, 'class.results') ? null : viewer.id, aside);
}

/** The courses that a class can be made for; those that have nothing to give yet come last. */
export async function readCourseNames() {
  const courses = await database().course.findMany({
    where: { archivedAt: null },
    select: {
      id: true,
      title: true,
      levels: { where: { archivedAt: null, lessons: { some: { publishedId: { not: null } } } }, select: { id: true } },
    },
  });
  const isEmpty = ({ levels }: (typeof courses)[number]): number => Number(levels.length === 0);
  return courses
    .toSorted((one, other) => isEmpty(one) - isEmpty(other) || compareNames(one.title, other.title))
    .map(({ id, title }) => ({ id, title }));
}

/** The lessons and quizzes given to a class: lessons in the order of the course, then quizzes as they were given. */
export async function readGiven(classId: string) {
  const rows = await database().activity.findMany({
    where: { classId, withdrawnAt: null, kind: 'work' },
    orderBy: [{ lesson: { level: { number: 'asc' } } }, { lesson: { place: 'asc' } }, { createdAt: 'asc' }],
    select: { id: true, lessonVersionId: true, lesson: { select: { id: true, title: true, levelId: true } } },
  });
  const given = rows.flatMap(({ id: activityId, lessonVersionId: versionId, lesson }) =>
    lesson === null ? [] : [{ ...lesson, activityId, versionId }],
  );
  return [...given.filter(({ levelId }) => levelId !== null), ...given.filter(({ levelId }) => levelId === null)];
}

/** What a live quiz on a lesson, or on a quiz that the viewer may play, can ask, and how it is played. */
export interface QuizToPlay {
  /** of one that is not published none */
  questions: QuizQuestion[];
  live?: QuizLive;
  /** where the quiz stands, in the version that the class has */
  href?: string;
}

/** What of a class can be played live. */
export async function readQuizToPlay(viewer: Person, classId: string, lessonId: string): Promise<QuizToPlay> {
  const lesson = await selectOptionalOfClass({ classId, lessonId });
  if (lesson === undefined) return { questions: [] };
  // a room plays what is published, whatever the class keeps as homework
  const played = await selectOptionalAsked(database(), { id: lessonId });
  const questions = played === undefined ? [] : quizQuestionsOf(played.content);
  if (lesson.ownerId === null) return { questions };
  if (!(await mayPlayQuiz(viewer, { id: lessonId, ownerId: lesson.ownerId }))) return { questions: [] };
  const [{ number }, source] = await Promise.all([
    database().lessonVersion.findUniqueOrThrow({ where: { id: lesson.versionId }, select: { number: true } }),
    selectOptionalSource(database(), played?.versionId ?? lesson.versionId),
  ]);
  return { questions, live: settingsIn(source ?? '').live, href: `/quizzes/${lessonId}/versions/${number}` };
}

/** All lessons of the class's course, with what is given and by which rules. */
export async function readLessonPlan(classId: string, courseId: string) {
  const given = { classId, withdrawnAt: null };
  const levels = await database().level.findMany({
    // what was taken out of the list stays with a class that was given it
    where: { courseId, OR: [{ archivedAt: null }, { lessons: { some: { activities: { some: given } } } }] },
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { number: 'asc' }],
    select: {
      id: true,
      number: true,
      title: true,
      archivedAt: true,
      lessons: {
        where: { OR: [{ archivedAt: null }, { activities: { some: given } }] },
        orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { place: 'asc' }],
        select: {
          id: true,
          place: true,
          title: true,
          slug: true,
          publishedId: true,
          archivedAt: true,
          activities: { where: { classId }, select: { ...SETTINGS, id: true, withdrawnAt: true } },
        },
      },
    },
  });
  return levels.map(({ lessons, archivedAt: isGone, ...level }) => ({
    ...level,
    lessons: lessons
      .filter(({ activities }) => isGone === null || isGiven(activities[0]))
      .map(({ activities, publishedId, archivedAt, ...lesson }) => ({
        ...lesson,
        place: archivedAt === null && isGone === null ? lesson.place : null,
        written: publishedId !== null,
        ...givenAs(activities[0]),
      })),
  }));
}

const isGiven = (activity: { withdrawnAt: Date | null } | undefined): boolean => activity?.withdrawnAt === null;

/** An activity as its row has it: its rules, or those that it had before it was taken back. */
function givenAs(activity: (Parameters<typeof settingsOf>[0] & { id: string; withdrawnAt: Date | null }) | undefined) {
  if (activity === undefined) return { settings: null, activityId: null, former: null };
  const settings = settingsOf(activity);
  return isGiven(activity)
    ? { settings, activityId: activity.id, former: null }
    : { settings: null, activityId: null, former: { ...settings, students: null } };
}

/** The quizzes that a class has, and those of the viewer's own and shared ones that it can be given. */
export async function readQuizPlan(classId: string, viewerId: string) {
  const given = { classId, withdrawnAt: null };
  const rows = await database().lesson.findMany({
    where: {
      OR: [
        { activities: { some: given }, levelId: null },
        {
          OR: [{ ownerId: viewerId }, { shares: { some: { OR: [{ userId: viewerId }, { userId: null }] } } }],
          archivedAt: null,
          published: { questionCount: { gt: 0 } },
        },
      ],
    },
    orderBy: [{ published: { createdAt: 'desc' } }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      title: true,
      ownerId: true,
      published: { select: { id: true, number: true, source: true } },
      shares: { where: { OR: [{ userId: viewerId }, { userId: null }] }, take: 1, select: { id: true } },
      activities: { where: { classId }, select: { ...SETTINGS, id: true, withdrawnAt: true, version: KEPT } },
    },
  });
  const kept = await keptVersions(
    rows.map(({ id, published, activities }) => ({
      classId,
      quizId: id,
      published,
      kept: isGiven(activities[0]) ? (activities[0]?.version ?? null) : null,
    })),
  );
  const quizzes = rows.map(({ activities, ownerId, published, shares, ...quiz }, at) => ({
    ...quiz,
    ...givenAs(activities[0]),
    kept: kept[at] ?? null,
    /** the viewer may look at it */
    opens: ownerId === viewerId || shares.length > 0,
    /** by which rules it is given unless somebody says otherwise */
    usual: homeworkOf(published === null ? USUAL_QUIZ : settingsIn(published.source)),
  }));
  return [
    ...quizzes.filter(({ settings }) => settings !== null),
    ...quizzes.filter(({ settings }) => settings === null),
  ];
}

export const isStudentOf = (userId: string, classId: string): Promise<boolean> =>
  studiesIn(database(), userId, classId);

/** Whether somebody may not come in by the join link. */
export const isBarredFrom = (userId: string, classId: string): Promise<boolean> =>
  isBarred(database(), classId, userId);

/** Its students a page at a time, and its teachers, who are few. */
export async function readMembers({ id: classId, namesBy }: { id: string; namesBy: NamesBy }, asked: ListAsked) {
  const db = database();
  const person = { id: true, name: true, login: true } as const;
  const [students, teachers, assistants, invitations, former] = await Promise.all([
    selectStudents(pool(), asked, { classId, namesBy }),
    db.user.findMany({
      where: { enrolments: { some: { classId, role: 'teacher' } } },
      select: { ...person, disabledAt: true },
    }),
    db.classAssistant.findMany({
      where: { classId },
      select: { user: { select: person }, mayGrade: true, mayPeople: true, mayDrafts: true },
    }),
    db.classInvitation.findMany({
      where: { classId, answeredAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: await databaseNow(db) } }] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      // of who has not said yes no more is told than what was typed
      select: { id: true, asRole: true, user: { select: { login: true } } },
    }),
    db.formerStudent.findMany({ where: { classId }, select: { user: { select: person }, barred: true } }),
  ]);
  return {
    students,
    teachers: sortByName(teachers.map(({ disabledAt, ...one }) => ({ ...one, disabled: disabledAt !== null }))),
    assistants: sortByName(assistants.map(({ user, ...rights }) => ({ ...user, ...rights }))),
    invitations: invitations.map(({ id, asRole, user }) => ({
      id,
      as: askedAs(asRole),
      login: user?.login ?? null,
    })),
    former: sortByName(former.map(({ user, barred }) => ({ ...user, barred }))),
  };
}

/** The list that was added last, while it can be undone with nothing lost; who assists undoes their own alone. Null: there is none. */
export async function readUndoableRoster(viewer: Person, classId: string, manages: boolean) {
  const last = await selectOptionalUntouchedRoster(database(), classId);
  if (last === undefined || (!manages && last.madeById !== viewer.id)) return null;
  return { id: last.id, at: last.madeAt.toISOString(), count: last.count };
}

/** For whom of a class tickets can be made, and how many have their accounts from elsewhere. */
export async function readTickets(classId: string) {
  const [own, students] = await Promise.all([
    selectTicketsOf(pool(), classId),
    database().enrolment.count({ where: { classId, role: 'student' } }),
  ]);
  return { own, others: students - own.length };
}

/** What counts in a class and is nothing that is worked on here. */
export async function readOutside(classId: string) {
  const rows = await database().activity.findMany({
    where: { classId, kind: 'outside' },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
    select: { id: true, title: true, maxPoints: true, dueAt: true, withdrawnAt: true, hidden: true },
  });
  return rows.map(({ title, maxPoints, dueAt, withdrawnAt, ...row }) => ({
    ...row,
    taken: withdrawnAt !== null,
    title: title ?? '',
    maxPoints: maxPoints ?? 0,
    dueAt: dueAt?.toISOString() ?? null,
  }));
}

/** The newest live sessions of a class. */
export async function readQuizzes(classId: string) {
  const rows = await database().liveSession.findMany({
    where: { classId },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: {
      id: true,
      code: true,
      createdAt: true,
      endedAt: true,
      lesson: { select: { title: true } },
      activities: {
        where: { classId, withdrawnAt: null },
        select: { id: true, countsFor: true, maxPoints: true },
      },
      _count: { select: { players: { where: { rehearsal: false } } } },
    },
  });
  return rows.map(({ lesson, createdAt, endedAt, activities, _count, ...row }) => ({
    ...row,
    /** what it counts for; null: for nothing */
    counts: countsOf(activities[0]),
    lesson: lesson.title,
    openedAt: createdAt.toISOString(),
    over: endedAt !== null,
    players: _count.players,
  }));
}

function countsOf(activity: { id: string; countsFor: string | null; maxPoints: number | null } | undefined) {
  const by = COUNTS_FOR.find((one) => one === activity?.countsFor);
  return activity === undefined || by === undefined
    ? null
    : { activityId: activity.id, by, maxPoints: activity.maxPoints };
}
