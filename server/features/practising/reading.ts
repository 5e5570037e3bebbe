/** What somebody may practise again, and where each of it is asked. Asked by the page, by home, and before anything is taken. */
import { type GivenWork, selectGivenWork } from '../../../db/activity-given.ts';
import { database } from '../../../db/client.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import {
  type Missed,
  type PublishedPlace,
  selectEarnedAt,
  selectMissed,
  selectOwnZone,
  selectPlayedNow,
  selectPublishedPlaces,
} from '../../../db/practising.ts';
import { standingAt, standingOf, untoldBy } from '../../../domain/activities/standing.ts';
import type { Person } from '../../../domain/people/person.ts';
import { isSettled, leavesFree } from '../../../domain/practising/practisable.ts';
import type { Question } from '../../../domain/question.ts';

export interface Practisable extends Omit<Missed, 'places'> {
  /** where it is asked, and answered to */
  place: { lessonId: string; versionId: string; name: string };
  /** with its key; where its values are drawn, with those of strangers */
  question: Question;
  /** whose it is, and the way there; `href` null: a room, which is over */
  from: { title: string; href: string | null };
  /** its key was told already: by the room, or since nothing is left to be had */
  told: boolean;
}

interface Around {
  now: number;
  work: readonly GivenWork[];
  published: ReadonlyMap<string, PublishedPlace>;
  earned: Awaited<ReturnType<typeof selectEarnedAt>>;
}

/**
 * All that went wrong and may be practised now.
 * @param ref only this question; left out: all
 * @param known what they are given, where that was read already
 */
export async function readPractisable(
  person: Pick<Person, 'id'>,
  ref?: string,
  known?: Awaited<ReturnType<typeof selectGivenWork>>,
): Promise<{ all: Practisable[]; now: number; zone: string | null }> {
  const db = database();
  const [missed, { work, now }, zone] = await Promise.all([
    selectMissed(db, person.id, ref),
    known ?? selectGivenWork(db, person.id),
    selectOwnZone(db, person.id),
  ]);
  if (missed.length === 0) return { all: [], now, zone };
  const refs = missed.map((one) => one.ref);
  const lessonIds = [...new Set(missed.flatMap(({ places }) => places.map(({ lessonId }) => lessonId)))];
  const [played, published, earned] = await Promise.all([
    selectPlayedNow(db, person.id),
    selectPublishedPlaces(db, lessonIds, refs),
    selectEarnedAt(db, person.id, refs),
  ]);
  const around: Around = { now, work, published, earned };
  const all: Practisable[] = [];
  for (const one of missed) {
    const found = played.has(one.ref) ? undefined : await placeOf(one, around);
    if (found !== undefined) all.push(found);
  }
  return { all, now, zone };
}

/** The newest place at which a question may be practised; undefined: there is none, or what counts comes first. */
async function placeOf({ places, ...missed }: Missed, around: Around): Promise<Practisable | undefined> {
  const { work, now } = around;
  const asking = work.flatMap((one) => {
    const names = [...one.refs].flatMap(([name, ref]) => (ref === missed.ref ? [name] : []));
    const name = names.find((each) => one.given.questions === null || one.given.questions.includes(each));
    return name === undefined ? [] : [{ ...one, name }];
  });
  if (
    untoldBy(
      asking.map(({ given }) => given),
      now,
    ) !== undefined
  )
    return undefined;
  // a solution is told once it can earn nothing anywhere
  let settled = true;
  for (const { lessonId, versionId, name } of asking) {
    const question = (await selectQuestions(database(), versionId)).get(name);
    const of = question && { question, score: around.earned(lessonId, name) };
    const standing = standingIn(around, lessonId, name);
    if (of === undefined || !leavesFree(of, standing, now)) return undefined;
    settled &&= standing.takes === 'practice' || isSettled(of, standing);
  }
  for (const place of places) {
    const found = await reach(missed.ref, place, around);
    if (found !== undefined) return { ...missed, ...found, told: settled && (asking.length > 0 || found.told) };
  }
  return undefined;
}

/** How somebody stands to one question of a lesson or quiz. */
function standingIn({ work, now }: Around, lessonId: string, name: string) {
  const given = work.flatMap((one) => (one.lessonId === lessonId ? [one.given] : []));
  return standingAt(standingOf(given, now), name, now);
}

/** A question at a place, where its student may go: a room that they played in, what they are given, a lesson. */
async function reach(
  ref: string,
  { lessonId, versionId, name, live }: Missed['places'][number],
  around: Around,
): Promise<Pick<Practisable, 'place' | 'question' | 'from' | 'told'> | undefined> {
  const published = around.published.get(lessonId);
  const at = live ? { versionId, name } : askedAt(ref, published, around);
  if (at === undefined || published === undefined) return undefined;
  const question = (await selectQuestions(database(), at.versionId)).get(at.name);
  if (question === undefined) return undefined;
  const place = { lessonId, ...at };
  const { title, slug, isQuiz } = published;
  if (live) return { place, question, from: { title, href: null }, told: true };
  const of = { question, score: around.earned(lessonId, at.name) };
  const standing = standingIn(around, lessonId, at.name);
  if (!standing.readable || !leavesFree(of, standing, around.now)) return undefined;
  const activity = around.work.find((one) => one.lessonId === lessonId)?.given.id;
  const href = isQuiz ? `/activities/${activity}` : `/lessons/${slug}`;
  const told = standing.released || isSettled(of, standing);
  return { place, question, from: { title, href: `${href}#${at.name}` }, told };
}

/** The version of a lesson or quiz that somebody is asked, and what it calls a question; undefined: it is not asked there any more. */
function askedAt(ref: string, published: PublishedPlace | undefined, { work }: Around) {
  if (published === undefined) return undefined;
  const { id, isQuiz, versionId, names } = published;
  if (!isQuiz) {
    const name = names.get(ref);
    return name === undefined ? undefined : { versionId, name };
  }
  // of several versions the newest, as in its page
  const given = work.filter((one) => one.lessonId === id).at(-1);
  const name = [...(given?.refs ?? [])].find(([, one]) => one === ref)?.[0];
  return given === undefined || name === undefined ? undefined : { versionId: given.versionId, name };
}
