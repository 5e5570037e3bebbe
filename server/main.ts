/**
 * Process 1: HTTP, pages and sockets on one port. The composition root: everything is made and joined here.
 */

import { createServer } from 'node:http';
import { LRUCache } from 'lru-cache';
import next from 'next';
import QRCode from 'qrcode';
import { Server } from 'socket.io';
import { measureQuestions, notePlayed } from '../db/bank-measures.ts';
import { connect, database, disconnect } from '../db/client.ts';
import { forgetGuests, updatePresence } from '../db/live.ts';
import { IDLE_HOURS } from '../db/live-idle.ts';
import { selectDueSessions } from '../db/live-step.ts';
import { listen } from '../db/notify.ts';
import { deleteUnusedPictures } from '../db/pictures.ts';
import { deleteOldPresences } from '../db/presences.ts';
import { deleteExpiredSignIns } from '../db/sign-ins.ts';
import { sayWhileMissing, waitForDatabase } from '../db/wait.ts';
import type { JoinAddress } from '../domain/live/view/class.ts';
import { DAYS_UNUSED } from '../domain/pictures/limits.ts';
import { refuse } from '../domain/refusal.ts';
import { environment } from './env.ts';
import { ExportServer } from './exporting/serve.ts';
import { faultNumber } from './fault-number.ts';
import { startBells } from './features/activities/bells.ts';
import { commandSession } from './features/live/commands.ts';
import { endIdleSessions } from './features/live/end-idle.ts';
import { frontExercises } from './features/trying/front-page.ts';
import { standingHeaders } from './headers.ts';
import { clientAddress, isOwnHost, isOwnOrigin, publicAddress } from './hosts.ts';
import { Alarm } from './live/alarm.ts';
import { AnswerStore } from './live/answers.ts';
import { Audience } from './live/audience.ts';
import type { LiveServer } from './live/connections.ts';
import { DatabaseClock } from './live/database-clock.ts';
import { measureRooms } from './live/measure.ts';
import { RehearsalCast } from './live/rehearsal-cast.ts';
import { Rooms } from './live/rooms.ts';
import { makeLog } from './log.ts';
import { startDigests } from './mail/start.ts';
import { Metrics } from './metrics.ts';
import { PictureServer } from './pictures/serve.ts';
import { refusalOf } from './requests.ts';
import { roomKey, roomPath } from './room-key.ts';
import { tellBoards, tellGrades } from './sockets/board-rooms.ts';
import { closeAllEnded, closeEnded, closeFormerHosts } from './sockets/ended.ts';
import { tellHands, tellHour } from './sockets/hours.ts';
import { tellInquiry, tellNotice } from './sockets/inquiries.ts';
import { lessonsIn, roomOfLesson } from './sockets/lesson-rooms.ts';
import { tellRemark } from './sockets/remarks.ts';
import { serveSockets } from './sockets/serve.ts';
import { tellTried } from './sockets/tries.ts';

const env = environment();
const log = makeLog('server', env.log);
const development = process.env.NODE_ENV !== 'production';
// next-auth reads where it stands from here, and per request from the headers we set below
process.env.NEXTAUTH_URL = publicAddress(env);
process.env.NEXTAUTH_SECRET = env.secret;

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
await waitForDatabase(env.databaseUrl, say);
const { pool } = connect(env.databaseUrl, { connections: 20 });
const clock = new DatabaseClock(pool, log);
await clock.start();

let stopping = false;
const application = next({ dev: development, hostname: env.host, port: env.port, customServer: true });
await application.prepare();
const handle = application.getRequestHandler();

const standing = new Map(Object.entries(standingHeaders(env.secure)));
const server = createServer((request, response) => {
  if (!isOwnHost(request.headers.host, env)) {
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('This server does not answer to that name. Set NABLA_HOSTS to the names it may be reached by.\n');
    return;
  }
  const refused = refusalOf(request);
  if (refused !== undefined) {
    // what follows of a body is not waited for
    response.writeHead(refused, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
    response.end('Nobody asks this server for that.\n');
    return;
  }
  request.headers['x-nabla-address'] = clientAddress(request, env);
  // from the page to the log: whoever is told of a fault can name it
  request.headers['x-nabla-request'] = faultNumber();
  if (metrics !== undefined && request.url === '/metrics') {
    void metrics.serve(request, response);
    return;
  }
  metrics?.follow(request, response);
  if (request.url === '/api/health') {
    // whoever is stopping is sent nobody new
    void (stopping ? Promise.resolve(false) : health()).then((healthy) => {
      response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ healthy }));
    });
    return;
  }
  if (pictures.serve(request, response) || exported.serve(request, response)) return;
  void handle(request, response);
});

async function health(): Promise<boolean> {
  return pool.query('select 1').then(
    () => true,
    () => false,
  );
}

const io: LiveServer = new Server(server, {
  path: '/live-socket',
  serveClient: false,
  perMessageDeflate: false,
  destroyUpgrade: !development, // in development Next has a socket of its own, to reload pages
  maxHttpBufferSize: 64 * 1024,
  pingInterval: 10_000,
  pingTimeout: 8_000,
  allowRequest: (request, callback) =>
    callback(null, isOwnHost(request.headers.host, env) && isOwnOrigin(request.headers, env)),
});
// before socket.io, which answers its own path before any listener that was there
server.prependListener('request', (_, response) => response.setHeaders(standing));

if (development) {
  const upgrade = application.getUpgradeHandler();
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/_next/') === true) void upgrade(request, socket, head);
  });
}

const metrics =
  env.metrics === undefined
    ? undefined
    : new Metrics({
        token: env.metrics,
        failed: (error) => log.warn({ err: error }, 'metrics could not be read'),
        pool,
        sockets: () => io.engine.clientsCount,
        rooms: () => audience.watched().length,
      });
const rooms = new Rooms(pool, (session) => roomKey(session, env.secret));
const pictures = new PictureServer({ env, rooms, log });
const exported = new ExportServer({ env, log });
const joinAddresses = new LRUCache<string, Promise<JoinAddress>>({ max: 1_000 });
function joinAddress({ id, code }: { id: string; code: string }): Promise<JoinAddress> {
  let made = joinAddresses.get(id);
  if (made === undefined) {
    const joinUrl = `${publicAddress(env)}/join`;
    const joinLink = publicAddress(env) + roomPath({ id, code }, env.secret);
    made = QRCode.toString(joinLink, { type: 'svg', margin: 0 }).then((qr) => ({ joinUrl, joinLink, qr }));
    joinAddresses.set(id, made);
  }
  return made;
}

const audience = new Audience({
  io,
  pool,
  rooms,
  joinAddress,
  log,
  onAllAnswered: (session, round) => void act(session, { type: 'allAnswered', round }),
});
const answers = new AnswerStore(pool, audience, metrics);
const alarm = new Alarm({
  now: () => clock.now(),
  ring: (session) => act(session, { type: 'tick' }),
  due: () => selectDueSessions(pool),
  log,
});

const cast = new RehearsalCast({ now: () => clock.now(), store: (answer) => answers.store(answer) });

/** What happens without the host. Whoever did it need not wait for the hint. */
async function act(session: string, command: Parameters<typeof commandSession>[1]): Promise<void> {
  const done = await commandSession(session, command, () => clock.now()).catch((error: unknown) => {
    log.error({ err: error, session, command: command.type }, 'a step of the clock failed; it is tried again');
    if (command.type === 'allAnswered') audience.sample(session, 'answers');
    return refuse('unavailable');
  });
  if (done.ok) await changed(session, done.version);
}

async function changed(session: string, version?: number): Promise<void> {
  try {
    const loaded = await (version === undefined ? audience.tell(session) : audience.tellOnce(session, version));
    if (loaded === undefined) return;
    alarm.set(session, loaded.room.state);
    cast.play(loaded);
  } catch (error) {
    log.error({ err: error, session }, 'a room could not be told');
  }
}

/** Another server lost a player whose newer connection is here: they have not left. */
async function stays(session: string, player: string): Promise<void> {
  if (!audience.holds(session, player)) return;
  await updatePresence(database(), session, player, true).catch((error: unknown) =>
    log.warn({ err: error, session }, 'a player who is still here could not be noted'),
  );
}

function notLookedAt(error: unknown): void {
  log.error({ err: error }, 'who may still hear could not be looked at; it is asked again with each order');
}

const listener = listen(
  env.databaseUrl,
  (hint) => {
    if (hint.about === 'live') void changed(hint.session, hint.version);
    else if (hint.about === 'players') {
      if (hint.left !== undefined && hint.sent === true) audience.expect(hint.session, hint.left);
      audience.sample(hint.session, 'people');
      if (hint.left !== undefined) void stays(hint.session, hint.left);
    } else if (hint.about === 'liveVerdict') audience.sample(hint.session, 'verdicts');
    else if (hint.about === 'board')
      tellBoards(io, hint).catch((error: unknown) => log.warn({ err: error }, 'a board could not be told'));
    else if (hint.about === 'grades') tellGrades(io, hint);
    else if (hint.about === 'remark')
      tellRemark(io, hint).catch((error: unknown) => log.warn({ err: error }, 'a remark could not be told'));
    else if (hint.about === 'hour')
      tellHour(io, hint.class).catch((error: unknown) => log.warn({ err: error }, 'an hour could not be told'));
    else if (hint.about === 'hands')
      tellHands(io, hint).catch((error: unknown) => log.warn({ err: error }, 'hands could not be told'));
    else if (hint.about === 'inquiry')
      tellInquiry(io, hint).catch((error: unknown) => log.warn({ err: error }, 'a question could not be told'));
    else if (hint.about === 'notice')
      tellNotice(io, hint).catch((error: unknown) => log.warn({ err: error }, 'a notice could not be told'));
    else if (hint.about === 'signInEnded') closeEnded(io, hint.signIn);
    else if (hint.about === 'tried') tellTried(io, hint);
    else if (hint.about === 'host') void closeFormerHosts(io, hint.session).catch(notLookedAt);
    else if (hint.about === 'lesson') io.to(roomOfLesson(hint.lesson)).emit('lesson', { lesson: hint.lesson });
    else
      io.to(`user:${hint.user}`).emit('verdict', {
        lesson: hint.lesson,
        question: hint.question,
        submission: hint.submission,
      });
  },
  () => {
    for (const session of audience.watched()) {
      void changed(session);
      void closeFormerHosts(io, session).catch(notLookedAt);
    }
    void closeAllEnded(io).catch(notLookedAt);
    for (const lesson of lessonsIn(io.of('/').adapter.rooms.keys()))
      io.to(roomOfLesson(lesson)).emit('lesson', { lesson });
  },
  sayWhileMissing(env.databaseUrl, say),
);
io.of('/').adapter.on('create-room', (name: string) => {
  // the first viewer of a room here: set its alarm
  const session = /^live:([0-9a-f-]{36}):/.exec(name)?.[1];
  if (session !== undefined)
    void rooms
      .load(session)
      .then((loaded) => loaded && alarm.set(session, loaded.room.state))
      .catch((error: unknown) => log.warn({ err: error, session }, 'a room that is looked at has no alarm here yet'));
});
const allNoted = serveSockets(io, { env, log, now: () => clock.now(), rooms, audience, answers, joinAddress });
alarm.start();
const stopBells = startBells(log);
const stopDigests =
  env.mail === undefined ? () => undefined : startDigests({ ...env.mail, url: publicAddress(env) }, log);

const HOUR_MS = 3_600_000;
async function forget(): Promise<void> {
  try {
    const forgotten = await forgetGuests(database(), env.guestDays);
    if (forgotten > 0) log.info({ forgotten, days: env.guestDays }, 'guests of old sessions lost their names');
  } catch (error) {
    log.warn({ err: error }, 'guests of old sessions could not be made nameless; it is tried again in an hour');
  }
}
async function endForgotten(): Promise<void> {
  try {
    const { ended, faults } = await endIdleSessions(() => clock.now());
    if (ended > 0) log.info({ ended, hours: IDLE_HOURS }, 'rooms in which nothing happened were ended');
    for (const err of faults) log.warn({ err }, 'an idle room could not be ended; it is tried again in an hour');
  } catch (error) {
    log.warn({ err: error }, 'idle rooms could not be looked for; it is tried again in an hour');
  }
}
async function endExpired(): Promise<void> {
  try {
    const ended = await database().$transaction(deleteExpiredSignIns);
    if (ended > 0) log.info({ ended }, 'sign-ins that had lasted as long as they may were ended');
  } catch (error) {
    log.warn({ err: error }, 'old sign-ins could not be ended; it is tried again in an hour');
  }
}
async function sweepPictures(): Promise<void> {
  try {
    const swept = await deleteUnusedPictures(database());
    if (swept > 0) log.info({ swept, days: DAYS_UNUSED }, 'pictures that nothing refers to were deleted');
  } catch (error) {
    log.warn({ err: error }, 'unused pictures could not be deleted; it is tried again in an hour');
  }
}
async function sweepPresences(): Promise<void> {
  try {
    await deleteOldPresences(pool);
  } catch (error) {
    log.warn({ err: error }, 'where people were a day ago could not be forgotten; it is tried again in an hour');
  }
}
const hourly = (): Promise<void> =>
  endForgotten().then(forget).then(endExpired).then(sweepPictures).then(sweepPresences);
// compiled before the first stranger comes
if (env.strangersTry)
  void frontExercises().catch((error: unknown) => log.error({ err: error }, 'the front page has no exercises'));
/** How questions went is measured every few minutes: nobody waits for it. */
const MEASURE_MS = 600_000;
let measuredUntil: Date | null = null;
async function measure(): Promise<void> {
  try {
    await notePlayed(pool, measuredUntil);
    await measureRooms(pool);
    measuredUntil = (await measureQuestions(pool, measuredUntil)).until;
  } catch (error) {
    log.warn({ err: error }, 'how questions went could not be measured; it is tried again in ten minutes');
  }
}
const measuring = setInterval(() => void measure(), MEASURE_MS);
/** A room that is over is measured soon: what its players had wrong is theirs to look at when they come home. */
const ROOMS_MS = 15_000;
let isMeasuringRooms = false;
const soon = setInterval(() => {
  // one that takes longer than its turn is not begun a second time
  if (isMeasuringRooms) return;
  isMeasuringRooms = true;
  void measureRooms(pool)
    .catch((error: unknown) => log.warn({ err: error }, 'rooms that are over could not be measured'))
    .finally(() => {
      isMeasuringRooms = false;
    });
}, ROOMS_MS);
void measure();
const forgetting = setInterval(() => void hourly(), HOUR_MS);
void hourly();

server.on('error', (error: NodeJS.ErrnoException) => {
  const sentence =
    error.code === 'EADDRINUSE'
      ? `Port ${env.port} is used by another program: stop it, or choose another port with --port.`
      : `The server cannot listen on ${env.host}:${env.port} (${error.code}): choose another --host or --port.`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
server.listen(env.port, env.host, () => {
  log.info({ address: publicAddress(env) }, 'ready');
  process.send?.({ ready: true });
});

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  alarm.stop();
  stopBells();
  stopDigests();
  cast.stop();
  clearInterval(forgetting);
  clearInterval(measuring);
  clearInterval(soon);
  clock.stop();
  setTimeout(() => process.exit(0), 5000).unref();
  // not `disconnectSockets`: that tells clients to stay away, and they shall come back by themselves, here or elsewhere
  await new Promise<void>((resolve) => {
    void io.close(() => resolve());
    server.closeAllConnections();
  });
  await allNoted();
  await listener.close();
  await disconnect();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
process.on('disconnect', () => void stop()); // the launcher is gone
if (process.send !== undefined && !process.connected) void stop(); // it went while we were starting
