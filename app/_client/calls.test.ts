/** A call as it goes out, and whatever comes back: always an outcome. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calls } from './calls.ts';

const sent = vi.fn<typeof fetch>();
beforeEach(() => void vi.stubGlobal('fetch', sent));
afterEach(() => {
  sent.mockReset();
  vi.unstubAllGlobals();
});
const read = () => calls.trying.read.mutate({ try: 'a-try' });
const UNAVAILABLE = { ok: false, refused: 'unavailable' };

describe('a call', () => {
  it('is one POST of its input as JSON, to the name of its command', async () => {
    sent.mockImplementation(async () => Response.json({ result: { data: { ok: true, verdict: null } } }));
    expect(await Promise.all([read(), read()])).toEqual(Array(2).fill({ ok: true, verdict: null }));
    // no two calls wait for each other in one request
    expect(sent).toHaveBeenCalledTimes(2);
    const [address, request] = sent.mock.calls[0] ?? [];
    expect(address).toBe('/api/rpc/trying.read');
    expect(request).toMatchObject({ method: 'POST', body: '{"try":"a-try"}', keepalive: false });
    expect(new Headers(request?.headers).get('content-type')).toBe('application/json');
  });

  it('that is refused says why, whatever the status', async () => {
    const refused = { ok: false, refused: 'badInput', field: 'try' };
    sent.mockResolvedValueOnce(Response.json({ result: { data: refused } }, { status: 400 }));
    expect(await read()).toEqual(refused);
  });

  it('of what the server does not have, or failed at, says what the server said', async () => {
    const told = { ok: false, refused: 'unavailable', fault: 'AAAA-BBBB' };
    sent.mockResolvedValueOnce(Response.json({ error: { message: 'no', code: -32603, data: told } }, { status: 503 }));
    expect(await read()).toEqual(told);
  });

  it.each([
    ['a page of a proxy', '<html>502 Bad Gateway</html>'],
    ['a proxy’s own JSON', '{"message":"upstream"}'],
    ['a bare outcome of another server', '{"ok":true}'],
    ['an outcome that is none', '{"result":{"data":{"ok":"yes"}}}'],
    ['nothing', 'null'],
    ['half an answer', '{"result":{"da'],
  ])('that is answered by %s is lost', async (_, body) => {
    sent.mockResolvedValueOnce(new Response(body));
    expect(await read()).toEqual(UNAVAILABLE);
  });

  it('whose connection is lost is no exception', async () => {
    sent.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await read()).toEqual(UNAVAILABLE);
  });

  it('outlives its page where it is asked to, and is given up after its time', async () => {
    sent.mockImplementationOnce(
      (_, request) =>
        new Promise((_resolve, reject) =>
          request?.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError'))),
        ),
    );
    const context = { keepalive: true, limitMs: 5 };
    expect(await calls.trying.read.mutate({ try: 'a-try' }, { context })).toEqual(UNAVAILABLE);
    expect(sent.mock.calls[0]?.[1]).toMatchObject({ keepalive: true });
  });
});
