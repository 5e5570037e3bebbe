import { expect, test } from 'vitest';
import { computedSince } from '../../tests/support/computed.ts';
import { nearestName } from './nearest-name.ts';

const python = (source: string, wanted = 'gradient_step') => nearestName(source, wanted, 'python');
const javascript = (source: string, wanted = 'gradientStep') => nearestName(source, wanted, 'javascript');

test('a misspelt function is found among what is defined', () => {
  expect(python('import math\ndef helper(x): return x\ndef gradiant_step(x):\n    return x')).toBe('gradiant_step');
  expect(python('gradient_stpe = lambda x: x')).toBe('gradient_stpe');
  expect(python('async def gradient_steps(x): pass')).toBe('gradient_steps');
  expect(python('def gradients_step(x): pass\ndef gradient_stepp_s(x): pass')).toBe('gradients_step');
  expect(javascript('function gradentStep(x) { return x; }')).toBe('gradentStep');
  expect(javascript('export const gradientStp = (x) => x;')).toBe('gradientStp');
  expect(javascript('gradientSteps = (x) => x;')).toBe('gradientSteps');
});
test('another way of writing words together is no distance', () => {
  expect(python('def gradientStep(x): return x')).toBe('gradientStep');
  expect(python('def GradientStep(x): return x')).toBe('GradientStep');
  expect(javascript('const gradient_step = (x) => x;')).toBe('gradient_step');
});
test('a name far from it, a name within a word and the name itself are not offered', () => {
  expect(python('def step(x): return x')).toBeNull();
  expect(python('def loss(x): return x')).toBeNull();
  expect(python('if gradient_stp == 3: pass')).toBeNull();
  expect(python('def outer():\n    def gradient_step(x): return x')).toBeNull();
  expect(python('def g(x): return x', 'f')).toBeNull();
  expect(javascript('const f = 1; gradientStp == 2;')).toBeNull();
  expect(python('')).toBeNull();
});
test('a very long source and very long names cost nothing', () => {
  const source = `def ${'a'.repeat(40_000)}(): pass\n${'def x(): pass\n'.repeat(10_000)}`;
  const computed = computedSince();
  expect(python(source)).toBeNull();
  expect(computed()).toBeLessThan(500);
});
