import { readFileSync } from 'node:fs';
import { chromium } from '/tmp/s31/a/node_modules/@playwright/test/index.mjs';
import pg from '/tmp/s31/a/node_modules/pg/lib/index.js';
import { callFrom } from '/tmp/s31/a/tests/e2e/call.ts';
const password = readFileSync('/tmp/s31/a/.nabla/database.password', 'utf8').trim();
const port = readFileSync('/tmp/s31/a/.nabla/database/postmaster.pid', 'utf8').split('\n')[3];
const BASE = 'http://localhost:4610';
import { findChromium } from '/tmp/s31/a/tests/support/chromium.ts';
import { CHROMIUM_FLAGS } from '/tmp/s31/a/tests/support/chromium.ts';
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
async function person(login: string, opts: object = {}) {
  const context = await browser.newContext({ baseURL: BASE, ...opts });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Name or e-mail').fill(login);
  await page.getByLabel('Password').fill('nabla-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
  return { page, context };
}
const db = new pg.Client({ host: '127.0.0.1', port: Number(port), user: process.env.PGU ?? 'postgres', password, database: process.env.PGD ?? 'postgres' });
const mode = process.argv[2];
if (mode === 'dbs') { await db.connect(); console.log((await db.query('select datname from pg_database')).rows, (await db.query('select usename from pg_user')).rows); await db.end(); process.exit(0); }
const states = new Map();
const ada = await person('ada');
const state = await ada.context.storageState();
if (mode === 'fill') {
  await db.connect();
  const { rows: [lesson] } = await db.query(`select id from lessons where slug = 'gradients-and-derivatives'`);
  const { rows: [lesson2] } = await db.query(`select id from lessons where slug = 'gradients-in-code'`);
  const teacher = await person('teacher');
  const { rows: [c] } = await db.query(`select id, name from classes order by created_at limit 1`);
  const { connect, disconnect } = await import('/tmp/s31/a/db/client.ts');
  const { playSession } = await import('/tmp/s31/a/tests/support/played-session.ts');
  const { measureRooms } = await import('/tmp/s31/a/server/live/measure.ts');
  const { USUAL_SETTINGS } = await import('/tmp/s31/a/domain/activities/settings.ts');
  connect(`postgres://nabla:${password}@127.0.0.1:${port}/nabla`, { connections: 4 });
  const { pool } = await import('/tmp/s31/a/db/client.ts');
  const send = async (lessonId: string, questionId: string, answer: object) => {
    const r = await callFrom(ada.page, 'practice.submissions', { lessonId, questionId, answer, purpose: 'submit', clientId: crypto.randomUUID() });
    console.log(questionId, JSON.stringify(r.outcome));
  };
  for (let i = 0; i < 3; i++) for (const id of ['gradient-direction', 'why-subtract']) await send(lesson.id, id, { kind: 'choice', choices: ['B'] });
  await send(lesson.id, 'manual-gradients', { kind: 'maths', parts: { dx: '2xy', dy: 'x^2', dz: '1' } });
  await send(lesson2.id, 'one-step', { kind: 'number', value: '99' });
  await send(lesson2.id, 'gradient-descent-step-function', { kind: 'function', code: 'def descent_step(x, y, rate=0.1):\n    return x, y\n' });
  await new Promise((r) => setTimeout(r, 8000));
  await db.query(`update submissions set created_at = created_at - interval '3 days'`);
  await db.query(`update classes set time_zone = 'Europe/Berlin'`);
  const ta = (await db.query(`select id, name, login, role from users where login = 'teacher'`)).rows[0];
  const us = (await db.query(`select id, name, login, role from users where login in ('ada','ben') order by login`)).rows;
  const { rows: quiz } = await db.query(`select q.name from lesson_questions q join lessons l on l.published_id = q.lesson_version_id where l.id = $1 and q.role = 'check' order by q.place`, [lesson2.id]);
  const ch = (letter: string) => ({ kind: 'choice', choices: [letter] });
  await playSession(ta, { lessonId: lesson.id, classId: c.id }, us, ['gradient-direction', 'jacobian-dimensions', 'partial-derivative'].map((questionId, i) => ({ questionId, answers: [{ by: 0, answer: ch(i === 0 ? 'A' : 'C') }, { by: 1, answer: ch('A') }] })));
  console.log('measured', await measureRooms(pool()));
  const day = 86400000;
  const r = await callFrom(teacher.page, 'activities.give', { ...USUAL_SETTINGS, classId: c.id, lessonId: lesson2.id, dueAt: new Date(Date.now() + day).toISOString() });
  console.log(JSON.stringify(r.outcome));
  await disconnect();
  await db.end();
}
async function shots(name: string, path: string, act?: (p: any) => Promise<void>) {
  for (const [w, h] of [[390, 844], [1440, 900]] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ baseURL: BASE, storageState: state, viewport: { width: w, height: h }, colorScheme });
      const page = await context.newPage();
      page.on('pageerror', (e) => console.log('ERR', e.message));
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      if (act) await act(page);
      await page.screenshot({ path: `/tmp/s31/shot-${name}-${w}-${colorScheme}.png`, fullPage: true });
      await context.close();
    }
}
if (mode === 'shots') {
  await shots('home', '/home');
  await shots('practise', '/practise');
  await shots('run', '/practise', async (p) => { await p.getByRole('button', { name: /^Practise \d/ }).click(); await p.getByRole('article').waitFor(); await p.waitForTimeout(800); });
}
await browser.close();
