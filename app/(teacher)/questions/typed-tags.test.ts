import { expect, it } from 'vitest';
import { typedTags } from './typed-tags.ts';

it('tags are what stands between commas, each once, without blanks around it', () => {
  expect(typedTags(' chain rule, warm-up ,, chain rule,')).toEqual(['chain rule', 'warm-up']);
  expect([typedTags(''), typedTags(' , ')]).toEqual([[], []]);
});
