/** Headers of everything that is served, by a real server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { standingHeaders } from './headers.ts';

async function served(secure: boolean): Promise<Headers> {
  const server = createServer((_request, response) => {
    response.setHeaders(new Map(Object.entries(standingHeaders(secure))));
    response.writeHead(200, { 'content-type': 'image/svg+xml' });
    response.end('<svg/>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).headers;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('everything that is served', () => {
  it('is what it says it is, and may use no camera, microphone or place', async () => {
    const headers = await served(false);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    for (const feature of ['camera', 'microphone', 'geolocation'])
      expect(headers.get('permissions-policy')).toContain(`${feature}=()`);
  });

  it('asks for https from then on, and shares no window with other sites, exactly where it is reached by https', async () => {
    expect((await served(true)).get('cross-origin-opener-policy')).toBe('same-origin');
    expect((await served(false)).get('cross-origin-opener-policy')).toBeNull();
    expect((await served(true)).get('strict-transport-security')).toMatch(/^max-age=\d{8}$/);
    expect((await served(false)).get('strict-transport-security')).toBeNull();
  });
});
