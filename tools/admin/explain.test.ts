/** Whoever makes the first admin is told what to do, not what a driver says. */
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';

const withCode = (code: string, message = 'Invalid `prisma.user.findMany()` invocation:') =>
  Object.assign(new Error(message), { code });

describe('what is said of a database that refuses', () => {
  it.each([
    [withCode('P1001'), /does not answer/],
    [new AggregateError([withCode('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432')]), /does not answer/],
    [new Error('outside', { cause: withCode('ENOTFOUND') }), /does not answer/],
    [withCode('P1000'), /user or password/],
    [withCode('P1003'), /no such database/],
    [withCode('P2021'), /no tables yet/],
  ])('names what to do about %s', (error, sentence) => {
    expect(explain(error)).toMatch(sentence);
  });

  it('keeps to one line where the reason is another', () => {
    expect(explain(new Error('\nfirst line\nsecond line'))).toBe('That did not work: first line');
  });
});
