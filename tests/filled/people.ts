/** People and classes beside the demo class: names as they are, an account that was disabled, a class of a colleague. */
import { database } from '../../db/client.ts';
import { insertUser } from '../../db/users.ts';
import type { Person } from '../../domain/people/person.ts';
import { setAssistant } from '../../server/features/classes/colleagues.ts';
import { createClass, setExtraTime, setMembership } from '../../server/features/classes/commands.ts';
import { answerInvitation, invite } from '../../server/features/classes/invitations.ts';
import { addPerson, changePerson, makeResetLink, renamePerson } from '../../server/features/people/commands.ts';
import { addRoster } from '../../server/features/people/roster.ts';
import { makeTickets } from '../../server/features/people/tickets.ts';
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
    const account = { name, login: `student${index + 1}`, role: 'student' as const, passwordHash: null };
    const made = await insertUser(db, { ...account, madeInId: classId });
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
  await addOthers(classId, teacher);
}

/** A list with somebody who has an account elsewhere, tickets, a preferred name, a colleague who was asked, and an assistant. */
async function addOthers(classId: string, teacher: Person): Promise<void> {
  const db = database();
  const elsewhere = { name: 'From elsewhere', login: 'elsewhere', role: 'student' as const, passwordHash: null };
  const helper = await insertUser(db, { ...elsewhere, name: 'Who helps', login: 'helper' });
  await insertUser(db, elsewhere);
  const listed = { fullName: null, sortName: 'Listed, Lise', login: 'listed', as: 'new' as const };
  const asked = { name: 'From elsewhere', fullName: null, sortName: 'From elsewhere', login: 'elsewhere' };
  const added = await addRoster(teacher, {
    classId,
    people: [
      { ...listed, name: 'Lise Listed' },
      { ...asked, as: 'invited' },
    ],
  });
  const userIds = added.ok && 'made' in added ? added.made.map(({ id }) => id) : [];
  await makeTickets(teacher, { classId, userIds });
  for (const userId of userIds)
    await renamePerson(teacher, { userId, name: 'Lisl Listed', fullName: 'Lise Listed', sortName: null });
  await invite(teacher, { classId, login: 'colleague', as: 'teacher' });
  await invite(teacher, { classId, login: 'helper', as: 'assistant' });
  const invitation = await db.classInvitation.findFirstOrThrow({ where: { classId, userId: helper.id } });
  await answerInvitation(helper, { invitationId: invitation.id, accept: true });
  await setAssistant(teacher, { classId, userId: helper.id, mayGrade: true, mayPeople: false, mayDrafts: false });
}
