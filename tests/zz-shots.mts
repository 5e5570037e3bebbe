import { chromium } from '@playwright/test';
import { LESSON } from './e2e/wall-lesson.ts';
import { CHROMIUM_FLAGS, findChromium } from './support/chromium.ts';

const A = process.argv[2]!;
const OUT = '/tmp/s22/shots';
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
const ctx = await browser.newContext({
  viewport: { width: 1280, height: 900 },
  colorScheme: (process.argv[3] ?? 'light') as 'light',
});
const host = await ctx.newPage();
await host.goto(A + '/sign-in');
await host.getByLabel('Name or e-mail').fill('admin');
await host.getByLabel('Password').fill('nabla-demo');
await host.getByRole('button', { name: 'Sign in', exact: true }).click();
await host.getByRole('heading', { name: /^Hello/ }).waitFor();
await host.goto(A + '/admin/courses');
const hrefs = await host
  .getByRole('link', { name: /^(Write|Edit):/ })
  .evaluateAll((l) => l.map((e) => (e as HTMLAnchorElement).href));
const lessonId = /[0-9a-f-]{36}/.exec(hrefs.at(-1) ?? '')?.[0];
console.log(
  await (await host.request.post(A + '/api/desk/publishLesson', { data: { lessonId, source: LESSON.replaceAll('seconds=600', 'seconds=25') } })).json(),
);
const { session } = await (
  await host.request.post(A + '/api/desk/openLive', {
    data: {
      lessonId,
      classId: null,
      questionIds: ['long-words', 'much-code', 'long-line', 'matrix', 'a-function', 'parts'],
      settings: { showNames: true, readSeconds: 0 },
    },
  })
).json();
await host.goto(`${A}/live/${session}/host`);
const screen = await ctx.newPage();
await screen.goto(`${A}/live/${session}/screen`);
await host.getByText('Rehearse alone').first().click();
await host.getByLabel('How many (up to 30)').fill('30');
await host.getByRole('button', { name: 'Bring them in' }).click();
await screen.getByText('30 players').waitFor();
const sizes = [
  [1920, 1080],
  [1024, 768],
];
const shot = async (name: string) => {
  for (const [width, height] of sizes) {
    await screen.setViewportSize({ width: width!, height: height! });
    await screen.waitForTimeout(400);
    await screen.screenshot({ path: `${OUT}/${name}-${width}.png` });
  }
};
await shot('lobby');
await host.getByRole('button', { name: 'Start', exact: true }).click();
for (let q = 0; q < 6; q++) {
  await host.getByRole('button', { name: '15 s more' }).waitFor();
  await screen.waitForTimeout(500);
  await shot(`q${q}`);
  console.log(
    q,
    await screen.locator('main').evaluate((e) => [(e as HTMLElement).dataset.flow, (e as HTMLElement).style.cssText]),
  );
  const next = host.getByRole('button', { name: 'Next part' });
  if (await next.isVisible()) {
    await next.click();
    await screen.waitForTimeout(600);
    await shot(`q${q}p2`);
  }
  await screen.waitForTimeout(14000);
  await host.getByRole('button', { name: 'Ring the bell' }).click();
  await host.getByRole('button', { name: 'Standings', exact: true }).waitFor();
  await screen.waitForTimeout(500);
  await shot(`q${q}r`);
  await host.getByRole('button', { name: 'Standings', exact: true }).click();
  await screen.getByRole('heading', { name: 'Standings' }).waitFor();
  await shot(`q${q}s`);
  await host.screenshot({ path: `${OUT}/host${q}.png` });
  await host.getByRole('button', { name: /^(Next question|Podium)$/ }).click();
}
await screen.waitForTimeout(7000);
await shot('podium');
await browser.close();
