import { describe, expect, it } from 'vitest';
import { pageOfPicture, pictureOfPath, pictureOfUrl, picturesIn, writtenPicture } from './address.ts';

const ONE = '0b51f0a4-6b1c-4f5e-9a56-0123456789ab';
const OTHER = '1b51f0a4-6b1c-4f5e-9a56-0123456789ab';

describe('the address of a picture', () => {
  it('is the same in a source and on a page', () => {
    expect(pictureOfUrl(writtenPicture(ONE))).toBe(ONE);
    expect(pictureOfPath(pageOfPicture(ONE))).toBe(ONE);
    expect(pictureOfUrl(writtenPicture(ONE.toUpperCase()))).toBe(ONE);
  });

  it('is found in a source, each once', () => {
    const source = `![a](picture:${ONE}) text ![b](picture:${OTHER})\n\n![c](picture:${ONE.toUpperCase()})`;
    expect(picturesIn(source)).toEqual([ONE, OTHER]);
  });

  it.each([`https://example.org/${ONE}`, `picture:${ONE}/x`, 'picture:1', `/pictures/${ONE}`, 'picture:'])(
    'is not %s',
    (url) => expect(pictureOfUrl(url)).toBeNull(),
  );

  it.each([`/pictures/${ONE}/`, `/pictures/${ONE}?a`, '/pictures/', `/pictures/../${ONE}`])(
    'is not the path %s',
    (path) => expect(pictureOfPath(path)).toBeNull(),
  );
});
