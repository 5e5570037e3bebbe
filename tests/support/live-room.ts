/** A live room for tests: its host, its players, and what no player may have seen. */
import { database } from '../../db/client.ts';
import type { PlayerView } from '../../domain/live/views.ts';
import { cookieOf, LiveClient } from './live-client.ts';

/** What a frame holds only once a key is open: the reveal's fields, filled, and the fields of keys. */
export const KEY =
  /"reveal":\{|"correct":(?:\[|true)|"(?:explanation|solution|note)Html":"|"(?:truths|places|accept|hints|tolerance|expect)":|"solution":"/;

export interface TestRoom {
  session: string;
  code: string;
  host: LiveClient;
  players: LiveClient[];
  order(type: 'next' | 'close' | 'discuss'): Promise<void>;
  close(): void;
}

/** Opens a room of the demo class's lesson on a server, with so many guests in it. */
export async function openTestRoom(
  address: string,
  count: number,
  settings: object,
  options: { polling?: boolean } = {},
): Promise<TestRoom> {
  const teacher = await database().user.findUniqueOrThrow({ where: { login: 'teacher' } });
  const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } });
  const cookie = await cookieOf(teacher.id);
  const response = await fetch(`${address}/api/desk/openLive`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ lessonId: lesson.id, classId: null, settings }),
  });
  const { session, code }: { session: string; code: string } = await response.json();
  const host = new LiveClient(address, { cookie });
  await host.ask('host', { session });
  const players = Array.from({ length: count }, () => new LiveClient(address, options));
  await Promise.all(players.map((player, index) => player.join(code, `Player ${index + 1}`)));
  return {
    session,
    code,
    host,
    players,
    async order(type) {
      const reply = await host.ask('command', { session, command: { type } });
      if (!reply.ok) throw new Error(`${type} was refused: ${reply.refused}`);
    },
    close() {
      for (const client of [host, ...players]) client.close();
    },
  };
}

/** Sends a player's answer under one client id until it is receipted or refused for good, as the page does. */
export async function answerUntilStored(
  player: LiveClient,
  round: number,
  choices: string[],
): Promise<'stored' | string> {
  const clientId = `${player.view?.me.id ?? 'nobody'}-${round}`;
  for (let tried = 0; tried < 60; tried++) {
    const reply = await player
      .ask('answer', { token: player.token, round, clientId, answer: { choices } })
      .catch(() => ({ ok: false as const, refused: 'unavailable' as const }));
    if (reply.ok) return 'stored';
    if (reply.refused !== 'unavailable') return reply.refused;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return 'unavailable';
}

/** Compares each receipt that players got with its row, one by one. @returns how many receipts stand as they were given */
export async function receiptsThatStand(session: string, players: readonly LiveClient[]): Promise<number> {
  const rows = await database().liveAnswer.findMany({ where: { sessionId: session } });
  const stands = players.flatMap((player) =>
    [...player.receipts.values()].filter((receipt) => {
      const row = rows.find((one) => one.playerId === player.view?.me.id && one.round === receipt.round);
      return (
        row?.clientId === receipt.clientId &&
        row.receivedAt.getTime() === receipt.receivedAt &&
        JSON.stringify(row.answer) === JSON.stringify(receipt.answer)
      );
    }),
  );
  return stands.length;
}

/** Waits until all players see something. */
export async function allSee(
  players: readonly LiveClient[],
  is: (view: PlayerView) => boolean,
  what: string,
): Promise<void> {
  await Promise.all(
    players.map((player) => player.until(() => player.view !== undefined && is(player.view), what, 40_000)),
  );
}
