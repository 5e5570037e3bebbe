/** Receipts against what is stored, one by one. */

import { isDeepStrictEqual } from 'node:util';
import { database } from '../../db/client.ts';
import { answerDocument } from '../../domain/documents/formats.ts';
import type { LiveClient } from './live-client.ts';

export interface ReceiptsCompared {
  /** answers in the database, each with a receipt that says the same */
  stand: number;
  /** what is not as a receipt says; nothing, if all is well */
  wrong: string[];
}

type Given = LiveClient['receipts'][number];

/**
 * Compares each receipt with what its player sent, and with the row: client id, answer, time. Of several receipts in a
 * round the newest must stand, and the row must know that it replaced the others. A row that nobody has a receipt for is
 * wrong too: in these tests everybody asks until they have one.
 */
export async function compareReceipts(session: string, players: readonly LiveClient[]): Promise<ReceiptsCompared> {
  const rows = await database().liveAnswer.findMany({ where: { sessionId: session } });
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const player of players)
    for (const [round, given] of Map.groupBy(player.receipts, (one) => one.receipt.round)) {
      const row = rows.find((one) => one.playerId === player.id && one.round === round);
      const say = (what: string): void => void wrong.push(`${player.view?.me.nickname}, round ${round}: ${what}`);
      seen.add(`${player.id} ${round}`);
      for (const one of given) checkOne(one, row?.replaced ?? [], row?.clientId, say);
      const last = Math.max(...given.map((one) => one.receipt.receivedAt));
      const newest = given.filter((one) => one.receipt.receivedAt === last).map((one) => one.receipt.clientId);
      if (row === undefined) say('a receipt without an answer');
      else if (!newest.includes(row.clientId)) say(`${newest}, not ${row.clientId}`);
      for (const { receipt } of given) {
        if (row === undefined || receipt.clientId !== row.clientId) continue;
        if (receipt.receivedAt !== row.receivedAt.getTime()) say(`at ${receipt.receivedAt}, not ${row.receivedAt}`);
        const stored = answerDocument.read(row.answer);
        if (!isDeepStrictEqual(receipt.answer, stored)) say(`${JSON.stringify([receipt.answer, stored])}`);
      }
    }
  const untold = rows.filter((row) => !seen.has(`${row.playerId} ${row.round}`));
  wrong.push(...untold.map((row) => `an answer without a receipt: ${row.playerId}, round ${row.round}`));
  return { stand: rows.length - untold.length, wrong };
}

/** A receipt is for what was sent, or tells a repeat of a replaced answer what stands. */
function checkOne(
  { sent, receipt }: Given,
  replaced: readonly string[],
  stands: string | undefined,
  say: (what: string) => void,
): void {
  if (receipt.round !== sent.round) say(`asked in round ${sent.round}`);
  if (receipt.clientId !== sent.clientId) {
    if (!replaced.includes(sent.clientId)) say(`a receipt for ${receipt.clientId}, asked for ${sent.clientId}`);
  } else if (!isDeepStrictEqual(receipt.answer, sent.answer)) say(`sent ${JSON.stringify(sent.answer)}`);
  if (receipt.clientId !== stands && !replaced.includes(receipt.clientId)) say(`${receipt.clientId} is not known`);
}
