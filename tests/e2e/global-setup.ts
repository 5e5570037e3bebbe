/**
 * Starts the classrooms of the end-to-end tests: one for each worker of Playwright, which its stories share. With
 * `NABLA_E2E_ONE_WAY_MS` they lie behind a slow line: a story that presses before what it relies on has come fails there.
 */
import type { FullConfig } from '@playwright/test';
import { startClassroom } from '../support/classroom.ts';
import { type SlowLine, slowLine } from '../support/slow-line.ts';
import { tellClassrooms } from './here.ts';

export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const given = process.env.NABLA_E2E_ADDRESS;
  if (given !== undefined && given !== '') return async () => undefined;
  // a second name, for what must work where the loopback's privileges are not there
  process.env.NABLA_HOSTS = 'classroom.test';
  const started = await Promise.all(Array.from({ length: workers }, (_, index) => startClassroom(`e2e-${index}`)));
  const oneWay = Number(process.env.NABLA_E2E_ONE_WAY_MS ?? 0);
  const lines: SlowLine[] = oneWay > 0 ? await Promise.all(started.map(({ port }) => slowLine(port, oneWay))) : [];
  tellClassrooms(started.map(({ address, launcher }, at) => ({ launcher, address: lines[at]?.address ?? address })));
  return async () => {
    await Promise.all(lines.map((line) => line.close()));
    await Promise.all(started.map((classroom) => classroom.stop()));
  };
}
