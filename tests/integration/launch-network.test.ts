/** `npm start -- --host 0.0.0.0`: a class on a teacher's laptop, by plain http under the machine's own address. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkAddresses } from '../../server/hosts.ts';
import { addressOf } from '../support/calls.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { type Launcher, launch, newStateFolder } from '../support/launcher.ts';
import { LiveClient } from '../support/live-client.ts';
import { startServer } from '../support/processes.ts';
import { Visitor } from '../support/visitor.ts';

const state = newStateFolder('network');
// a machine without a network has its loopback address only, and the launcher says so
const [own = '127.0.0.1'] = networkAddresses();
let port: number;
let address: string;
let launcher: Launcher;
let password = '';

async function start(): Promise<void> {
  launcher = launch({
    state,
    args: ['--host', '0.0.0.0', '--port', String(port)],
    variables: { NABLA_DATABASE_PORT: String(await freePort()) },
  });
  await launcher.ready();
}
async function stop(): Promise<void> {
  process.kill(launcher.pid, 'SIGTERM');
  expect(await launcher.ended).toEqual({ code: 0, signal: null });
}

beforeAll(async () => {
  port = await freePort();
  address = `http://${own}:${port}`;
  await start();
  password = /^\s+teacher\s+(\S+)/m.exec(launcher.said())?.[1] ?? '';
});
afterAll(async () => {
  await stop();
  rmSync(state, { recursive: true, force: true });
});

describe('a classroom in the network of the room', () => {
  it('prints its address there, and generated passwords', () => {
    if (networkAddresses().length > 0) expect(launcher.said()).toContain(`Nabla is open at ${address}`);
    else expect(launcher.said()).toContain('This machine has no address in a network yet');
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{5}$/);
    expect(launcher.said()).not.toContain('nabla-demo');
  });

  it('lets nobody in with the known password, and the teacher with the printed one', async () => {
    expect(await new Visitor(address).signIn('teacher', 'nabla-demo')).toBe(false);
    const teacher = new Visitor(address);
    expect(await teacher.signIn('teacher', password)).toBe(true);
    for (const line of teacher.setCookies) expect(line).not.toMatch(/;\s*secure/i);
    const home = await teacher.send('/home');
    expect(home.status).toBe(200);
    expect(home.text).toContain('Emmy Noether');
    const policy = String(home.headers['content-security-policy']);
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(policy).toContain(`connect-src 'self' ws://${own}:${port};`);
  });

  it('opens a quiz whose join address is the machine’s, and takes players by sockets of both kinds', async () => {
    const teacher = new Visitor(address);
    await teacher.signIn('teacher', password);
    const lesson = await teacher.send('/lessons/gradients-and-derivatives');
    const lessonId = /"lessonId\\?":\\?"([0-9a-f-]{36})/.exec(lesson.text)?.[1];
    const opened = await teacher.call('live.open', { lessonId, classId: null });
    expect(opened).toMatchObject({ ok: true });
    const host = new LiveClient(address, { cookie: teacher.cookie });
    const players = [new LiveClient(address), new LiveClient(address, { polling: true })];
    try {
      expect(await host.ask('host', { session: String(opened.session) })).toMatchObject({ ok: true });
      expect(host.desk?.joinUrl).toBe(`http://${networkAddresses()[0] ?? 'localhost'}:${port}/join`);
      for (const [index, player] of players.entries()) await player.join(String(opened.code), `Player ${index}`);
      await host.until(() => host.desk?.people.length === 2, 'both players are there');
    } finally {
      for (const one of [host, ...players]) one.close();
    }
  });

  it('answers to no other name, be it for pages or for sockets', async () => {
    const stranger = new Visitor(address);
    const headers = { host: `evil.example:${port}` };
    expect(await stranger.send('/', { headers })).toMatchObject({ status: 421 });
    const socket = await stranger.send('/live-socket/?EIO=4&transport=polling', { headers });
    expect(socket.status).toBeGreaterThanOrEqual(400);
    const foreign = await stranger.send('/live-socket/?EIO=4&transport=polling', {
      headers: { origin: 'http://evil.example' },
    });
    expect(foreign.status).toBe(403);
    // another program on this machine, under another port, is another site
    const neighbour = await stranger.send('/live-socket/?EIO=4&transport=polling', {
      headers: { origin: 'http://localhost:1234' },
    });
    expect(neighbour.status).toBe(403);
  });

  it('takes in no body that is larger than anybody sends', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': String(10 * 1024 * 1024) };
    const answer = await new Visitor(address).send(addressOf('welcome.reset'), { body: '{', headers });
    expect(answer.status).toBe(413);
  });

  it('does not print passwords at a second start, and keeps them', async () => {
    await stop();
    await start();
    expect(launcher.said()).toContain('passwords as printed before');
    expect(launcher.said()).not.toContain(password);
    expect(await new Visitor(address).signIn('teacher', password)).toBe(true);
  });
});

describe('behind an https address', () => {
  it('cookies are Secure, and a page opens sockets by TLS alone, and nobody gets one without a policy', async () => {
    const local = await freePort();
    const server = await startServer(await makeDatabase(), local, { NABLA_PUBLIC_URL: 'https://nabla.example' });
    try {
      const visitor = new Visitor(`http://127.0.0.1:${local}`);
      await visitor.send('/api/auth/csrf');
      expect(visitor.setCookies.length).toBeGreaterThan(0);
      for (const line of visitor.setCookies) expect(line).toMatch(/;\s*secure/i);
      const page = await visitor.send('/', { headers: { host: 'nabla.example' } });
      expect(page.headers['content-security-policy']).toContain("connect-src 'self' wss://nabla.example;");
      // what a router's own prefetch says of itself anybody may say
      for (const name of ['next-router-prefetch', 'next-router-segment-prefetch', 'purpose', 'rsc']) {
        const headers = { host: 'nabla.example', [name]: name === 'purpose' ? 'prefetch' : '1' };
        const claimed = await visitor.send('/sign-in', { headers });
        expect(claimed.headers['content-security-policy'], name).toContain("frame-ancestors 'none'");
      }
    } finally {
      await server.kill('SIGTERM');
    }
  });
});
