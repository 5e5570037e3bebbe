/**
 * The measure of the live bench: a quiz as the least code that plays it. One socket.io server, everything in memory, no
 * check of anything, nothing stored. It speaks the names of our wire, so the same bots play in it.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

interface BareRoom {
  players: number;
  answers: Map<string, unknown>;
  round: number;
}

const QUESTION = {
  title: 'Direction of the gradient',
  promptHtml: '<p>What does the gradient vector point to?</p>',
  options: ['descent', 'ascent', 'a minimum', 'the origin'].map((html, at) => ({ letter: 'ABCD'[at], html })),
};

const server = createServer();
const io = new Server(server, { path: '/live-socket', serveClient: false, perMessageDeflate: false });
const rooms = new Map<string, BareRoom>();
const roomOf = (code: string): BareRoom => {
  const room = rooms.get(code) ?? { players: 0, answers: new Map(), round: -1 };
  rooms.set(code, room);
  return room;
};
const tell = (code: string, phase: string, more: object = {}): void => {
  io.to(code).emit('player', { phase, round: roomOf(code).round, question: QUESTION, ...more });
};

io.on('connection', (socket) => {
  let at = '';
  socket.on('join', ({ code, nickname }, reply) => {
    at = code;
    roomOf(code).players += 1;
    void socket.join(code);
    reply({ ok: true, token: nickname });
  });
  socket.on('answer', ({ token, answer }, reply) => {
    const room = roomOf(at);
    room.answers.set(token, answer);
    reply({ ok: true });
    if (room.answers.size === room.players) tell(at, 'reveal', { reveal: { correct: ['B'] } });
  });
  // the host: the standings of the round, then the next question
  socket.on('next', ({ code }, reply) => {
    const room = roomOf(code);
    if (room.round >= 0) tell(code, 'standings');
    room.answers.clear();
    room.round += 1;
    tell(code, 'question');
    reply({ ok: true });
  });
});
server.listen(Number(process.env.NABLA_PORT), '127.0.0.1', () => process.send?.({ ready: true }));
process.on('disconnect', () => process.exit(0));
