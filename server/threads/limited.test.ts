import { afterEach, expect, it, vi } from 'vitest';
import { bareEnvironment } from './limited.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('a thread that takes a stranger’s work is told nothing of ours but where compiled code is kept', () => {
  vi.stubEnv('NABLA_SECRET', 'a secret');
  vi.stubEnv('NODE_COMPILE_CACHE', undefined);
  expect(bareEnvironment()).toEqual({});
  vi.stubEnv('NODE_COMPILE_CACHE', '/kept');
  expect(bareEnvironment()).toEqual({ NODE_COMPILE_CACHE: '/kept' });
});
