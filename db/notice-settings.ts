/** What somebody is told of what is new, how far they have seen it, and where their mail goes. */
import { z } from 'zod';
import type { NoticeKind } from '../domain/notices/notice.ts';
import type { Queryable } from './client.ts';
import { Prisma } from './generated/client.ts';
import { rowsOf } from './rows.ts';

export interface NoticeSettings {
  /** kinds that are not told in the app, and not by mail */
  off: string[];
  mailOff: string[];
  /** confirmed; null: none */
  mailAddress: string | null;
  digest: boolean;
}

/** As somebody has set them; as they are to begin with. */
export async function selectNoticeSettings(db: Queryable, userId: string): Promise<NoticeSettings> {
  const found = await db.noticeSetting.findUnique({
    where: { userId },
    select: { off: true, mailOff: true, mailAddress: true, digest: true },
  });
  return found ?? { off: [], mailOff: [], mailAddress: null, digest: false };
}

/** Notes that somebody has seen what is new, up to this moment and no later than now; never less than before. */
export async function upsertSeen(db: Queryable, userId: string, upTo: Date): Promise<void> {
  await db.$executeRaw`
    insert into notice_settings (user_id, seen_to) values (${userId}::uuid, least(${upTo}, now()))
    on conflict (user_id) do update set seen_to = greatest(notice_settings.seen_to, excluded.seen_to)`;
}

/** Turns a kind off or on, in the app or in mails. */
export async function setKind(
  db: Queryable,
  userId: string,
  { kind, where, on }: { kind: NoticeKind; where: 'app' | 'mail'; on: boolean },
): Promise<void> {
  await db.$executeRaw`insert into notice_settings (user_id) values (${userId}::uuid) on conflict do nothing`;
  // in one, so that two who are turned at once are both turned
  const column = Prisma.raw(where === 'app' ? 'off' : 'mail_off');
  const without = Prisma.sql`array_remove(${column}, ${kind})`;
  await db.$executeRaw`
    update notice_settings set ${column} = ${on ? without : Prisma.sql`array_append(${without}, ${kind})`}
    where user_id = ${userId}::uuid`;
}

/** Turns the digest on or off. @param token by which a mail can turn it off; the one that there is stays */
export async function setDigest(db: Queryable, userId: string, on: boolean, token: string): Promise<void> {
  await db.$executeRaw`
    update notice_settings set digest = ${on}, mail_token = coalesce(mail_token, ${token}),
      -- what was there before is not told by the first one
      mailed_to = case when ${on} and not digest then now() else mailed_to end
    where user_id = ${userId}::uuid and mail_address is not null`;
}

/** Turns the digest off by the link of a mail. @returns false: there is no such link */
export async function endDigest(db: Queryable, token: string): Promise<boolean> {
  return (await db.noticeSetting.updateMany({ where: { mailToken: token }, data: { digest: false } })).count > 0;
}

/** No mail goes to somebody any more, and their address is forgotten, also one that waits to be confirmed. */
export async function forgetAddress(tx: Queryable, userId: string): Promise<void> {
  await tx.mailConfirmation.deleteMany({ where: { userId } });
  await tx.noticeSetting.updateMany({ where: { userId }, data: { mailAddress: null, digest: false, mailToken: null } });
}

/** An address that waits to be confirmed: the newest of somebody's is the one. */
export async function insertConfirmation(
  tx: Queryable,
  { userId, address, tokenHash, hours }: { userId: string; address: string; tokenHash: string; hours: number },
): Promise<void> {
  await tx.mailConfirmation.deleteMany({ where: { userId } });
  await tx.$executeRaw`
    insert into mail_confirmations (token_hash, user_id, address, expires_at)
    values (${tokenHash}, ${userId}::uuid, ${address}, now() + make_interval(hours => ${hours}::int))`;
}

/** Which address of somebody's waits to be confirmed; null: none. */
export async function selectWaitingAddress(db: Queryable, userId: string): Promise<string | null> {
  const [found] = await rowsOf(
    z.strictObject({ address: z.string() }),
    db.$queryRaw`select address from mail_confirmations where user_id = ${userId}::uuid and expires_at > now()`,
  );
  return found?.address ?? null;
}

/** The link was not sent: there is none to wait for. */
export async function dropConfirmation(db: Queryable, tokenHash: string): Promise<void> {
  await db.mailConfirmation.deleteMany({ where: { tokenHash } });
}

/**
 * Confirms an address by its link, which turns the digest on: that is what it was given for.
 * @returns false: the link is none, was used, or its time is over
 */
export async function confirmAddress(tx: Queryable, tokenHash: string, mailToken: string): Promise<boolean> {
  const [found] = await rowsOf(
    z.strictObject({ userId: z.uuid(), address: z.string() }),
    tx.$queryRaw`
      delete from mail_confirmations where token_hash = ${tokenHash} and expires_at > now()
      returning user_id as "userId", address`,
  );
  if (found === undefined) return false;
  const { userId, address } = found;
  await tx.$executeRaw`
    insert into notice_settings (user_id, mail_address, digest, mail_token, mailed_to)
    values (${userId}::uuid, ${address}, true, ${mailToken}, now())
    on conflict (user_id) do update set mail_address = excluded.mail_address, digest = true,
      mail_token = coalesce(notice_settings.mail_token, excluded.mail_token), mailed_to = now()`;
  return true;
}
