/** A live session of many players: joining, answer → receipt, and last answer → everybody has the reveal. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { io } from 'socket.io-client';
import { processBelow } from '../support/process-tree.ts';
import type { Visitor } from '../support/visitor.ts';
import { percentile, print } from './figures.ts';

const PLAYERS = 200;
const ROUNDS = 4;

interface RoundReport {
  round: number;
  receipts: number[];
  revealMs: number;
}

export async function measureLive(
  address: string,
  launcher: number,
  teacher: Visitor,
  lessonId: string,
): Promise<void> {
  const opened = await teacher.post('/api/desk/openLive', {
    lessonId,
    classId: null,
    settings: { speed: true, readSeconds: 0 },
  });
  const session = String(opened.session);
  const host = io(address, {
    path: '/live-socket',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: teacher.cookie },
  });
  await host.timeout(10_000).emitWithAck('host', { session });
  const server = processBelow(launcher, 'server/main.ts');
  const bots = fork(path.join(import.meta.dirname, 'bots.ts'), [address, String(opened.code), String(PLAYERS)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const reports: RoundReport[] = [];
  const next = () => host.timeout(10_000).emitWithAck('command', { session, command: { type: 'next' } });
  let joinMs = 0;
  const cpu = { before: cpuMs(server), after: 0 };
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the session took too long')), 120_000);
    bots.on('exit', (code) => code !== 0 && code !== null && reject(new Error('the bots ended')));
    bots.on('message', (message: { joined: number; joinMs: number } | RoundReport) => {
      if ('joined' in message) {
        joinMs = message.joinMs;
        cpu.before = cpuMs(server);
        void next();
        return;
      }
      reports.push(message);
      if (reports.length === ROUNDS) {
        cpu.after = cpuMs(server);
        clearTimeout(late);
        resolve();
      } else void next().then(() => next()); // standings, then the next question
    });
  });
  bots.send('enough');
  host.disconnect();
  const receipts = reports.flatMap((report) => report.receipts);
  const reveals = reports.map((report) => report.revealMs);
  print({
    bench: 'live',
    players: PLAYERS,
    rounds: ROUNDS,
    joinMs: Math.round(joinMs),
    receiptMs: { p50: percentile(receipts, 0.5), p99: percentile(receipts, 0.99), samples: receipts.length },
    revealMs: { p50: percentile(reveals, 0.5), max: percentile(reveals, 1) },
    serverCpuMsPerAnswer: Math.round((100 * (cpu.after - cpu.before)) / receipts.length) / 100,
  });
}

/** User and system time of a process in ms (100 clock ticks a second). */
function cpuMs(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
