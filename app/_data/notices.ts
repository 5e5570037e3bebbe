import 'server-only';
/** What is new for somebody, and what of it they are told. */
import { database } from '../../db/client.ts';
import { selectNoticeSettings, selectWaitingAddress } from '../../db/notice-settings.ts';
import { kindsOf, type Notice } from '../../domain/notices/notice.ts';
import type { Person } from '../../domain/people/person.ts';
import { environment } from '../../server/env.ts';
import { readNotices } from '../../server/features/notices/reading.ts';

/** All of the last days, the newest first. */
export const readOwnNotices = (viewer: Person): Promise<Notice[]> => readNotices(viewer);

/** Which kinds can come to them, which they are told, and by mail where the school sends any. */
export async function readNoticeSettings(viewer: Person) {
  const db = database();
  const [settings, waiting, assisting] = await Promise.all([
    selectNoticeSettings(db, viewer.id),
    selectWaitingAddress(db, viewer.id),
    db.classAssistant.count({ where: { userId: viewer.id } }),
  ]);
  return {
    kinds: kindsOf(viewer.role, assisting > 0),
    ...settings,
    /** an address that is not confirmed yet; null: none */
    waiting,
    /** the school has a mail server */
    mails: environment().mail !== undefined,
  };
}
