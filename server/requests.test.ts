/** What of a request nobody means. */
import { describe, expect, it } from 'vitest';
import { refusalOf } from './requests.ts';

describe('a request', () => {
  it.each(['/join-class/%ff', '/reset/a%00b', '/lessons/%', '/courses/%E0%A4%A'])(
    'for %s, an address that is no text, is refused as bad',
    (url) => expect(refusalOf({ method: 'GET', url })).toBe(400),
  );

  it.each(['TRACE', 'CONNECT', 'PUT', 'DELETE', 'PATCH'])('by %s is not served', (method) =>
    expect(refusalOf({ method, url: '/' })).toBe(405),
  );

  it('of a person goes on, whatever stands behind the question mark', () => {
    for (const url of ['/', '/lessons/gradients', '/join-class/%C3%BC', '/sign-in?next=%ff'])
      expect(refusalOf({ method: 'GET', url })).toBeUndefined();
    expect(refusalOf({ method: 'POST', url: '/api/desk/board' })).toBeUndefined();
  });
});
