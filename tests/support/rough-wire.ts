/** A player whose packets come twice and in another order, over two connections at once: two tabs, or a bad network. */
import type { Receipt } from '../../domain/live/views.ts';
import type { Payload } from '../../domain/protocol.ts';
import { connectRaw, type RawClient } from '../load/raw-client.ts';
import type { LiveClient } from './live-client.ts';

export interface RoughAnswer {
  sent: Payload<'answer'>;
  /** `ok`, or why it was refused */
  fate: string;
}

/** The same list in an order drawn at random. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one) => [Math.random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

/**
 * Sends a player's answers, each `copies` times, all mixed, without waiting for a reply. Receipts are kept with the
 * player, as if it had asked itself.
 */
export async function sendRoughly(
  address: string,
  player: LiveClient,
  answers: readonly Omit<Payload<'answer'>, 'token'>[],
  copies: number,
): Promise<RoughAnswer[]> {
  const connections = await Promise.all([connect(address, player), connect(address, player)]);
  const packets = shuffled(answers.flatMap((one) => Array.from({ length: copies }, () => one)));
  const fates = await Promise.all(
    packets.map(async (packet, index) => {
      const sent = { ...packet, token: player.token };
      const reply = await connections[index % connections.length]?.ask('answer', sent);
      player.frames.push(JSON.stringify(reply));
      if (reply?.ok !== true) return { sent, fate: String(reply?.refused) };
      // a reply of a server of ours, compared with the database afterwards
      player.receipts.push({ sent, receipt: reply.receipt as Receipt });
      return { sent, fate: 'ok' };
    }),
  );
  for (const one of connections) one.close();
  return fates;
}

async function connect(address: string, { frames, token }: LiveClient): Promise<RawClient> {
  const client = await connectRaw({ address, path: '/live-socket', polling: false, headers: {} }, (name, payload) =>
    frames.push(JSON.stringify([name, payload])),
  );
  await client.ask('play', { token });
  return client;
}
