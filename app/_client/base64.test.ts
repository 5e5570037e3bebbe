import { expect, it } from 'vitest';
import { base64Of } from './base64.ts';

it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])('bytes come back from their text: %i', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
  expect(new Uint8Array(Buffer.from(base64Of(bytes), 'base64'))).toEqual(bytes);
});
