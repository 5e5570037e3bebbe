/** By which names the server answers, and whom a throttle counts. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './env.ts';
import { cameByHttps, clientAddress, isOwnHost, isOwnOrigin, networkAddresses, publicAddress } from './hosts.ts';

const BASE = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgresql://u:p@127.0.0.1:5432/n',
  NABLA_SECRET: 'x'.repeat(40),
} as const;
const env = (more: Record<string, string> = {}) => readEnvironment({ ...BASE, ...more });

describe('a host', () => {
  it('is ours on the loopback address under any port, and nowhere else', () => {
    for (const name of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'LOCALHOST:1'])
      expect(isOwnHost(name, env())).toBe(true);
    for (const name of ['evil.example', 'localhost.evil.example', '', undefined, '10.0.0.1:3000'])
      expect(isOwnHost(name, env())).toBe(false);
  });

  it('is ours under each address of this machine when it listens on all of them, and under names from the list', () => {
    for (const address of networkAddresses()) {
      expect(isOwnHost(`${address}:3000`, env({ NABLA_HOST: '0.0.0.0' }))).toBe(true);
      expect(isOwnHost(`${address}:3000`, env())).toBe(false);
    }
    expect(isOwnHost('class.example', env({ NABLA_HOSTS: 'other.example, class.example' }))).toBe(true);
    expect(isOwnHost('school.example', env({ NABLA_PUBLIC_URL: 'https://school.example' }))).toBe(true);
  });

  it('must be the origin of a page that talks to us', () => {
    const host = 'localhost:3000';
    expect(isOwnOrigin({ origin: 'http://localhost:3000', host }, env())).toBe(true);
    expect(isOwnOrigin({ origin: 'http://localhost', host: 'localhost:80' }, env())).toBe(true);
    expect(isOwnOrigin({ host }, env())).toBe(true);
    for (const origin of ['http://evil.example', 'null', 'garbage', 'http://localhost:1234', 'https://localhost:3000'])
      expect(isOwnOrigin({ origin, host }, env()), origin).toBe(false);
    expect(isOwnOrigin({ origin: 'http://evil.example', host: 'evil.example' }, env())).toBe(false);
  });

  it('is by https alone where the public address is, and by http in the house', () => {
    const school = env({ NABLA_PUBLIC_URL: 'https://school.example', NABLA_HOSTS: 'classroom' });
    const host = 'school.example';
    expect(isOwnOrigin({ origin: 'https://school.example', host }, school)).toBe(true);
    // a proxy may ask us by a name of its own
    expect(isOwnOrigin({ origin: 'https://school.example', host: '127.0.0.1:3000' }, school)).toBe(true);
    expect(isOwnOrigin({ origin: 'http://classroom:3000', host: 'classroom:3000' }, school)).toBe(true);
    for (const origin of ['http://school.example', 'http://school.example:8080', 'https://school.example:8443'])
      expect(isOwnOrigin({ origin, host }, school), origin).toBe(false);
    expect(isOwnOrigin({ origin: 'http://localhost:1234', host }, school)).toBe(false);
  });
});

describe('a page', () => {
  it('came by https where it was asked for under the public address, and by http under every other name', () => {
    const school = env({ NABLA_PUBLIC_URL: 'https://school.example', NABLA_HOSTS: 'classroom' });
    for (const host of ['school.example', 'SCHOOL.example', 'school.example:443'])
      expect(cameByHttps(host, school), host).toBe(true);
    for (const host of ['classroom:3000', 'localhost:3000', 'school.example:8080', '', 'not a host'])
      expect(cameByHttps(host, school), host).toBe(false);
    expect(cameByHttps('school.example', env({ NABLA_PUBLIC_URL: 'http://school.example' }))).toBe(false);
    expect(cameByHttps('localhost:3000', env())).toBe(false);
  });
});

describe('the environment', () => {
  it('is told apart from a wrong one by one sentence that names the variable', () => {
    for (const [name, value] of [
      ['DATABASE_URL', 'mysql://x'],
      ['NABLA_PORT', '99999'],
      ['NABLA_SECRET', 'short'],
      ['NABLA_PUBLIC_URL', 'ftp://x'],
    ] as const)
      expect(() => env({ [name]: value })).toThrow(new RegExp(`^The variable ${name} `));
    expect(() => readEnvironment({ NODE_ENV: 'test' })).toThrow(/DATABASE_URL is not set/);
  });

  it('makes cookies secure exactly when the address is https', () => {
    expect(env().secure).toBe(false);
    expect(env({ NABLA_PUBLIC_URL: 'http://school.example' }).secure).toBe(false);
    expect(env({ NABLA_PUBLIC_URL: 'https://school.example/' })).toMatchObject({
      secure: true,
      publicUrl: 'https://school.example',
    });
    expect(publicAddress(env({ NABLA_PORT: '3111' }))).toBe('http://localhost:3111');
  });
});

describe('a throttle', () => {
  it('counts by the peer, and behind a proxy of ours by whom that proxy names last', () => {
    const request = new IncomingMessage(new Socket());
    request.headers['x-forwarded-for'] = '1.1.1.1, 2.2.2.2';
    expect(clientAddress(request, env())).toBe('unknown');
    expect(clientAddress(request, env({ NABLA_PROXY: '1' }))).toBe('2.2.2.2');
    request.headers['x-forwarded-for'] = '1.1.1.1, [2001:db8:1:2::9]:4711';
    expect(clientAddress(request, env({ NABLA_PROXY: '1' }))).toBe('2001:db8:1:2::/64');
    request.headers['x-forwarded-for'] = '2.2.2.2, not an address';
    expect(clientAddress(request, env({ NABLA_PROXY: '1' }))).toBe('unknown');
  });
});
