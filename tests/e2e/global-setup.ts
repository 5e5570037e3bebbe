/** Starts the classrooms of the end-to-end tests: one for each worker of Playwright, which its stories share. */
import type { FullConfig } from '@playwright/test';
import { startClassroom } from '../support/classroom.ts';
import { tellClassrooms } from './here.ts';

export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const given = process.env.NABLA_E2E_ADDRESS;
  if (given !== undefined && given !== '') return async () => undefined;
  // a second name, for what must work where the loopback's privileges are not there
  process.env.NABLA_HOSTS = 'classroom.test';
  const started = await Promise.all(Array.from({ length: workers }, (_, index) => startClassroom(`e2e-${index}`)));
  tellClassrooms(started);
  return async () => {
    await Promise.all(started.map((classroom) => classroom.stop()));
  };
}
