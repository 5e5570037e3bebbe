/**
 * The demo class, for the embedded database only: an admin, a teacher, students, one class with two lessons to do.
 */
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { insertUser, updatePassword } from '../../../db/users.ts';
import type { Role } from '../../../domain/people/permissions.ts';
import { hashPassword, verifyPassword } from '../../passwords.ts';

interface DemoAccount {
  login: string;
  name: string;
  role: Role;
}
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { login: 'admin', name: 'Robin Admin', role: 'admin' },
  { login: 'teacher', name: 'Emmy Noether', role: 'teacher' },
  { login: 'ada', name: 'Ada Lovelace', role: 'student' },
  { login: 'ben', name: 'Ben Turner', role: 'student' },
  { login: 'chiara', name: 'Chiara Rossi', role: 'student' },
  { login: 'deniz', name: 'Deniz Yılmaz', role: 'student' },
];
const DUE_IN_DAYS = 7;
/** What the class has to do, of the lessons that come with Nabla: a class does not get a whole course for one week. */
const GIVEN: readonly string[] = ['gradients-and-derivatives', 'gradients-in-code'];

/** Makes what is missing. Passwords are set by `setDemoPasswords`. */
export async function makeDemoClass(): Promise<void> {
  const db = database();
  const people = new Map<string, string>();
  for (const account of DEMO_ACCOUNTS) {
    const found = await db.user.findUnique({ where: { login: account.login }, select: { id: true } });
    const { id } = found ?? (await insertUser(db, { ...account, passwordHash: null, demo: true }));
    people.set(account.login, id);
  }
  if ((await db.class.count()) > 0) return;
  const lessons = await db.lesson.findMany({
    where: { publishedId: { not: null }, levelId: { not: null } },
    orderBy: [{ level: { number: 'asc' } }, { place: 'asc' }],
    select: { id: true, contentId: true, level: { select: { courseId: true } } },
  });
  const known = lessons.filter(({ contentId }) => contentId !== null && GIVEN.includes(contentId));
  // of other content its first lessons
  const given = known.length > 0 ? known : lessons.slice(0, GIVEN.length);
  const [first] = given;
  const teacherId = people.get('teacher');
  if (!first?.level || teacherId === undefined) return;
  const dueAt = new Date((await databaseNow(db)).getTime() + DUE_IN_DAYS * 24 * 3_600_000);
  const { id: madeInId } = await db.class.create({
    data: {
      name: 'ML-05 · Tuesday group',
      courseId: first.level.courseId,
      joinToken: Buffer.from(crypto.getRandomValues(new Uint8Array(9))).toString('base64url'),
      enrolments: {
        create: DEMO_ACCOUNTS.flatMap(({ login, role }) => {
          const userId = people.get(login);
          return role === 'admin' || userId === undefined ? [] : [{ userId, role }];
        }),
      },
      activities: { create: given.map(({ id }) => ({ lessonId: id, dueAt, createdById: teacherId })) },
    },
    select: { id: true },
  });
  await db.user.updateMany({ where: { demo: true, role: 'student' }, data: { madeInId } });
}

/** Sets the passwords of the demo accounts, and of no others. */
export async function setDemoPasswords(passwordOf: (login: string) => string): Promise<void> {
  const db = database();
  for (const { login } of DEMO_ACCOUNTS) {
    const account = await db.user.findFirst({ where: { login, demo: true }, select: { id: true, passwordHash: true } });
    const password = passwordOf(login);
    // the same one again, as at each start: who is signed in stays so
    if (account === null || (await verifyPassword(account.passwordHash, password))) continue;
    const passwordHash = await hashPassword(password);
    await db.$transaction((tx) => updatePassword(tx, account.id, passwordHash));
  }
}
