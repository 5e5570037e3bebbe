/**
 * The players of one bench, in a process of their own: they join rooms, answer when a question opens (spread over a
 * second), and note when what reached them. The same bots play against Nabla and against the bare room.
 */
import { connectRaw, type RawClient } from './raw-client.ts';

/** Given by the bench when it forks. */
interface Order {
  address: string;
  path: string;
  codes: string[];
  /** in each room */
  players: number;
  polling: boolean;
}

/** One round of one room. */
export interface RoundFigures {
  room: number;
  round: number;
  receiptMs: number[];
  /** from the last answer that was sent to the last player's reveal */
  revealMs: number;
  /** between the first and the last player that a broadcast reached, of each phase */
  spreadMs: number[];
}
export type BotMessage =
  | { type: 'joined'; joinMs: number[] }
  | ({ type: 'round' } & RoundFigures)
  /** how many messages have come in so far */
  | { type: 'received'; received: number };
/** What the bench asks of them. */
export type BotOrder = 'count' | 'leave';

const ANSWERS_OVER_MS = 1000;
const JOINS_AT_ONCE = 20;

interface Table {
  bots: { client: RawClient; token: string; answered: number }[];
  receipts: number[];
  lastSent: number;
  /** when each phase of the round reached whom */
  arrivals: Map<string, number[]>;
}

const order: Order = JSON.parse(process.argv[2] ?? '{}');
const tables: Table[] = order.codes.map(() => ({ bots: [], receipts: [], lastSent: 0, arrivals: new Map() }));
const tell = (message: BotMessage): void => void process.send?.(message);

function onView(room: number, index: number, view: Record<string, unknown>): void {
  const table = tables[room];
  const bot = table?.bots[index];
  if (table === undefined || bot === undefined) return;
  const phase = String(view.phase);
  const round = Number(view.round);
  const arrivals = table.arrivals.get(phase) ?? [];
  arrivals.push(performance.now());
  table.arrivals.set(phase, arrivals);
  if (phase === 'question' && bot.answered < round) {
    bot.answered = round;
    setTimeout(() => void answer(table, bot, round, index), Math.random() * ANSWERS_OVER_MS);
  }
  if (phase === 'reveal' && arrivals.length === order.players) {
    const spreadMs = [...table.arrivals.values()].map((all) => Math.max(...all) - Math.min(...all));
    const revealMs = Math.max(...arrivals) - table.lastSent;
    tell({ type: 'round', room, round, receiptMs: table.receipts, revealMs, spreadMs });
    table.receipts = [];
    table.arrivals.clear();
  }
}

async function answer(table: Table, bot: Table['bots'][number], round: number, index: number): Promise<void> {
  const sent = performance.now();
  const letter = 'ABCD'[Math.floor(Math.random() * 4)];
  const { token } = bot;
  const reply = await bot.client.ask('answer', {
    token,
    round,
    clientId: `bot-${round}-${index}-answer`,
    answer: { kind: 'choice', choices: [letter] },
  });
  if (reply.ok !== true) throw new Error(`an answer was refused: ${JSON.stringify(reply)}`);
  table.lastSent = Math.max(table.lastSent, sent);
  table.receipts.push(performance.now() - sent);
}

async function join(room: number, index: number): Promise<number> {
  const begun = performance.now();
  // each room has an address of its own, as each school has
  const headers = { 'x-forwarded-for': `10.0.${Math.floor(room / 250)}.${(room % 250) + 1}` };
  const { address, path, polling } = order;
  const client = await connectRaw({ address, path, polling, headers }, (name, view) => {
    if (name === 'player') onView(room, index, view);
  });
  const bot = { client, token: '', answered: -1 };
  const table = tables[room];
  if (table === undefined) throw new Error(`there is no room ${room}`);
  table.bots[index] = bot;
  const reply = await client.ask('join', { code: order.codes[room], nickname: `Bot ${index + 1}` });
  if (reply.ok !== true) throw new Error(`bot ${index} could not join: ${JSON.stringify(reply)}`);
  bot.token = String(reply.token);
  return performance.now() - begun;
}

const seats = order.codes.flatMap((_, room) => Array.from({ length: order.players }, (_seat, index) => [room, index]));
const joinMs: number[] = [];
for (let from = 0; from < seats.length; from += JOINS_AT_ONCE)
  joinMs.push(
    ...(await Promise.all(seats.slice(from, from + JOINS_AT_ONCE).map(([room = 0, index = 0]) => join(room, index)))),
  );
const clients = tables.flatMap((table) => table.bots.map((bot) => bot.client));
const received = (): number => clients.reduce((sum, client) => sum + client.received, 0);
for (const table of tables) table.arrivals.clear();
tell({ type: 'joined', joinMs });
process.on('disconnect', () => process.exit(0));
process.on('message', (asked: BotOrder) => {
  if (asked === 'count') {
    tell({ type: 'received', received: received() });
    return;
  }
  for (const client of clients) client.close();
  setTimeout(() => process.exit(0), 300);
});
