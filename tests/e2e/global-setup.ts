/** Starts the classroom that all end-to-end tests share. */
import { startClassroom } from '../support/classroom.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.NABLA_E2E_ADDRESS;
  if (given !== undefined && given !== '') return async () => undefined;
  // a second name, for what must work where the loopback's privileges are not there
  process.env.NABLA_HOSTS = 'classroom.test';
  const classroom = await startClassroom('e2e');
  process.env.NABLA_E2E_ADDRESS = classroom.address;
  process.env.NABLA_E2E_LAUNCHER = String(classroom.launcher);
  return classroom.stop;
}
