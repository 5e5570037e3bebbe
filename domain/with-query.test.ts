import { expect, it } from 'vitest';
import { withQuery } from './with-query.ts';

it('keeps all of what was asked, as it was asked', () => {
  expect(withQuery('/lessons/a', {})).toBe('/lessons/a');
  expect(withQuery('/lessons/a', { q: 'ü & so', tag: ['b', 'c'], none: undefined })).toBe(
    '/lessons/a?q=%C3%BC+%26+so&tag=b&tag=c',
  );
});
