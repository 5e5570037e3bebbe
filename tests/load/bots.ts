/**
 * Players of a live session, in a process of their own: join, answer when the question opens (spread over a second), and
 * note how long receipts and reveals take. Told what to do by messages from the bench.
 */
import { io, type Socket } from 'socket.io-client';
import type { PlayerView, Receipt } from '../../domain/live/views.ts';
import type { Reply } from '../../domain/protocol.ts';

const SPREAD_MS = 1000;
const JOINS_AT_ONCE = 20;

interface Bot {
  socket: Socket;
  token: string;
  answered: number;
}

const [address = '', code = '', count = '0'] = process.argv.slice(2);
const bots: Bot[] = [];
let receipts: number[] = [];
let revealed: number[] = [];
/** this process's clock when the last answer was acknowledged */
let lastReceipt = 0;

function onView(bot: Bot, view: PlayerView): void {
  if (view.phase === 'question' && bot.answered < view.round) {
    bot.answered = view.round;
    setTimeout(() => void answer(bot, view.round), Math.random() * SPREAD_MS);
  }
  if (view.phase === 'reveal') {
    revealed.push(performance.now());
    if (revealed.length === bots.length) {
      process.send?.({ round: view.round, receipts, revealMs: Math.max(...revealed) - lastReceipt });
      receipts = [];
      revealed = [];
    }
  }
}

async function answer(bot: Bot, round: number): Promise<void> {
  const sent = performance.now();
  const choices = [['A', 'B', 'C', 'D'][Math.floor(Math.random() * 4)]];
  const clientId = `bot-${round}-${bots.indexOf(bot)}-answer`;
  const reply: { ok: boolean; receipt?: Receipt } = await bot.socket
    .timeout(10_000)
    .emitWithAck('answer', { token: bot.token, round, clientId, answer: { choices } });
  if (!reply.ok) throw new Error(`an answer was refused: ${JSON.stringify(reply)}`);
  lastReceipt = performance.now();
  receipts.push(lastReceipt - sent);
}

async function join(index: number): Promise<void> {
  const socket = io(address, { path: '/live-socket', transports: ['websocket'], forceNew: true });
  const bot: Bot = { socket, token: '', answered: -1 };
  socket.on('player', (view: PlayerView) => onView(bot, view));
  const reply: Reply<'join'> = await socket.timeout(20_000).emitWithAck('join', { code, nickname: `Bot ${index + 1}` });
  if (!reply.ok) throw new Error(`bot ${index} could not join: ${reply.refused}`);
  bot.token = reply.token;
  bots.push(bot);
}

const begun = performance.now();
for (let from = 0; from < Number(count); from += JOINS_AT_ONCE)
  await Promise.all(Array.from({ length: Math.min(JOINS_AT_ONCE, Number(count) - from) }, (_, at) => join(from + at)));
process.send?.({ joined: bots.length, joinMs: performance.now() - begun });
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  for (const bot of bots) bot.socket.disconnect();
  process.exit(0);
});
