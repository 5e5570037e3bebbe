import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test('letters that change places are one mistake', () => {
  expect(editDistance('step', 'setp')).toBe(1);
  expect(editDistance('step', 'step')).toBe(0);
  expect(editDistance('', 'step')).toBe(4);
  expect(editDistance('jacobian', 'jakobain')).toBe(2);
});

test('a letter that takes two code units is one letter', () => {
  expect(editDistance('𝑥𝑦', '𝑥𝑧')).toBe(1);
  expect(editDistance('𝑥𝑦', '𝑦𝑥')).toBe(1);
  expect(editDistance('😀', '')).toBe(1);
});

test('it is as far there as back, nothing where they are the same, and never more than the longer one has letters', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '𝑥') });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const distance = editDistance(one, other);
      expect(editDistance(other, one)).toBe(distance);
      expect(distance === 0).toBe(one === other);
      expect(distance).toBeLessThanOrEqual(Math.max([...one].length, [...other].length));
    }),
  );
});
