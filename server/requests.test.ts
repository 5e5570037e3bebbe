/** What of a request nobody means. */
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE } from '../domain/pictures/limits.ts';
import { LARGEST_BODY, LARGEST_FILE_BODY, refusalOf } from './requests.ts';

describe('a request', () => {
  it.each(['/join-class/%ff', '/reset/a%00b', '/lessons/%', '/courses/%E0%A4%A'])(
    'for %s, an address that is no text, is refused as bad',
    (url) => expect(refusalOf({ method: 'GET', url, headers: {} })).toBe(400),
  );

  it.each(['TRACE', 'CONNECT', 'PUT', 'DELETE', 'PATCH'])('by %s is not served', (method) =>
    expect(refusalOf({ method, url: '/', headers: {} })).toBe(405),
  );

  it('of a person goes on, whatever stands behind the question mark', () => {
    for (const url of ['/', '/lessons/gradients', '/join-class/%C3%BC', '/sign-in?next=%ff'])
      expect(refusalOf({ method: 'GET', url, headers: {} })).toBeUndefined();
    expect(refusalOf({ method: 'POST', url: '/api/desk/board', headers: {} })).toBeUndefined();
  });

  it('with more than anybody sends, or that does not say how much it is, is refused before it is read', () => {
    const post = (headers: Record<string, string>) => refusalOf({ method: 'POST', url: '/api/drafts', headers });
    expect(post({ 'content-length': String(LARGEST_BODY) })).toBeUndefined();
    expect(post({ 'content-length': String(LARGEST_BODY + 1) })).toBe(413);
    const file = (bytes: number, url: string) =>
      refusalOf({ method: 'POST', url, headers: { 'content-length': String(bytes) } });
    expect(file(LARGEST_FILE_BODY, '/api/rpc/importing.look')).toBeUndefined();
    expect(file(LARGEST_FILE_BODY + 1, '/api/rpc/importing.take')).toBe(413);
    expect(file(LARGEST_FILE_BODY, '/api/rpc/importing.takeCourse')).toBeUndefined();
    expect(file(LARGEST_FILE_BODY, '/api/rpc/importing.looks')).toBe(413);
    expect(file(LARGEST_FILE_BODY, '/api/rpc/bank.make?/api/rpc/importing.look')).toBe(413);
    expect(post({ 'transfer-encoding': 'chunked' })).toBe(411);
  });

  it('may be as large as a picture where pictures are put in, and nowhere else', () => {
    const of = (url: string, size: number) =>
      refusalOf({ method: 'POST', url, headers: { 'content-length': String(size) } });
    expect(of('/pictures', LARGEST_FILE)).toBeUndefined();
    expect(of('/pictures', LARGEST_FILE + 1)).toBe(413);
    expect(of('/pictures/more', LARGEST_FILE)).toBe(413);
    expect(of('/pictures?more', LARGEST_FILE)).toBe(413);
  });
});
