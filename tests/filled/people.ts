/** People and classes beside the demo class: names as they are, an account that was disabled, a class of a colleague. */
import { database } from '../../db/client.ts';
import { insertUser } from '../../db/users.ts';
import type { Person } from '../../domain/people/person.ts';
import { createClass, setExtraTime, setMembership } from '../../server/features/classes/commands.ts';
import { addPerson, changePerson, makeResetLink } from '../../server/features/people/commands.ts';
import type { RegradeClass } from '../support/regrading.ts';

const NAMES = [
  'Çelik Aydın',
  'Özil Mesut',
  'Zhang Wei',
  'de Vries Anna',
  'علی‌رضا رضایی',
  'Siobhán O’Brien',
  'Łukasz Żak',
  'शर्मा राम',
];

async function personOf(login: string): Promise<Person> {
  const { id, name, role } = await database().user.findUniqueOrThrow({ where: { login } });
  return { id, name, login, role };
}

export async function schoolOf(url: string): Promise<RegradeClass> {
  const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } });
  const demo = await database().class.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  const [admin, teacher, ada, ben, chiara, deniz] = await Promise.all(
    (['admin', 'teacher', 'ada', 'ben', 'chiara', 'deniz'] as const).map(personOf),
  );
  if (!admin || !teacher || !ada || !ben || !chiara || !deniz) throw new Error('there is a demo class');
  return { url, lessonId: lesson.id, classId: demo.id, admin, teacher, ada, ben, chiara, deniz };
}

export async function makePeople(): Promise<void> {
  const db = database();
  const [admin, teacher] = [await personOf('admin'), await personOf('teacher')];
  const { id: classId, courseId } = await db.class.findFirstOrThrow();
  for (const [index, name] of NAMES.entries()) {
    const made = await insertUser(db, { name, login: `student${index + 1}`, role: 'student', passwordHash: null });
    await db.enrolment.create({ data: { classId, userId: made.id, role: 'student' } });
  }
  const first = await personOf('student1');
  await setExtraTime(teacher, { classId, userId: first.id, timeFactor: 1.5 });
  const gone = await personOf('student8');
  await setMembership(teacher, { classId, userId: gone.id, member: false });
  await changePerson(admin, { userId: gone.id, disabled: true });
  await makeResetLink(teacher, { userId: first.id });
  await addPerson(admin, { name: 'Sofja Kowalewskaja', login: 'colleague', role: 'teacher', classId: null });
  await createClass(await personOf('colleague'), { name: 'ML-05 · Thursday group', courseId });
}
