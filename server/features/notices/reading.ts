/** What is told to somebody, with where each leads; for pages. */
import { database } from '../../../db/client.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import { type StoredNotice, selectNotices } from '../../../db/notices.ts';
import { type Notice, placeOf } from '../../../domain/notices/notice.ts';
import type { Person } from '../../../domain/people/person.ts';
import { environment } from '../../env.ts';
import { roomPath } from '../../room-key.ts';

const MOST = 200;

/** All of the last days, the newest first. */
export async function readNotices(person: Person): Promise<Notice[]> {
  const rows = await selectNotices(database(), person.id, { which: 'all', most: MOST });
  return Promise.all(rows.map(shown));
}

async function shown(stored: StoredNotice): Promise<Notice> {
  const { kind, id, at, fresh, title, className, who, when, count, code, ...place } = stored;
  const { versionId, questionName } = place;
  const asked = versionId === null || questionName === null ? undefined : await selectQuestions(database(), versionId);
  const room = code === null ? null : roomPath({ id, code }, environment().secret);
  return {
    ...{ kind, id, fresh, title, className, who, count },
    at: at.toISOString(),
    when: when?.toISOString() ?? null,
    question: (questionName === null ? undefined : asked?.get(questionName)?.title) ?? null,
    href: placeOf(kind, id, place, room),
  };
}
