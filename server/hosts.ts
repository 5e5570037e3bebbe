/**
 * By which names the server may be reached. A request with another Host is refused: that keeps DNS rebinding and forged
 * links out, while a teacher's laptop answers to each of its own addresses.
 */
import type { IncomingMessage } from 'node:http';
import os from 'node:os';
import type { Environment } from './env.ts';
import { networkKey } from './network-key.ts';

/** This machine's own addresses in its networks, the ones other devices can reach first. */
export function networkAddresses(): string[] {
  return Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => address.address);
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Is this Host header (name, or name:port) one of ours? */
export function isOwnHost(header: string | undefined, env: Environment): boolean {
  if (header === undefined) return false;
  const name = header.toLowerCase().replace(/:\d+$/, '');
  if (LOOPBACK.includes(name) || env.hosts.includes(name)) return true;
  if (env.publicUrl !== undefined && new URL(env.publicUrl).hostname === name) return true;
  if (name === env.host) return true;
  const open = env.host === '0.0.0.0' || env.host === '::';
  return (
    open &&
    (networkAddresses().includes(name) ||
      name === os.hostname().toLowerCase() ||
      name === `${os.hostname().toLowerCase()}.local`)
  );
}

/**
 * May a page of this origin talk to us? CORS does not cover WebSockets, so the handshake asks. Scheme, name and port must be
 * those of the public address, or those under which this very request reached us: another program on the same machine, under
 * another port, is another site. Where the public address is https, its name is ours by https alone.
 */
export function isOwnOrigin(
  { origin, host }: { origin?: string | null | undefined; host?: string | null | undefined },
  env: Environment,
): boolean {
  if (origin === undefined || origin === null) return true; // not a browser's cross-site request
  const address = env.publicUrl === undefined ? undefined : new URL(env.publicUrl);
  if (address !== undefined && origin === address.origin) return true;
  if (host === undefined || host === null || !isOwnHost(host, env)) return false;
  if (env.secure && new URL(`http://${host}`).hostname === address?.hostname) return false;
  return origin === `http://${host.toLowerCase().replace(/:80$/, '')}`;
}

/** Whether a page that is asked for under this Host is shown by https: the public address tells, nobody else's word does. */
export function cameByHttps(host: string, env: Environment): boolean {
  if (!env.secure || env.publicUrl === undefined) return false;
  const address = new URL(env.publicUrl);
  // a port that https implies may be left out, or be written by a proxy
  return URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === address.host;
}

/** The address to print and to put in links and QR codes. */
export function publicAddress(env: Environment): string {
  if (env.publicUrl !== undefined) return env.publicUrl;
  const open = env.host === '0.0.0.0' || env.host === '::';
  const name = open ? (networkAddresses()[0] ?? 'localhost') : env.host === '127.0.0.1' ? 'localhost' : env.host;
  return `http://${name}:${env.port}`;
}

/** Whom a throttle counts: the peer, or behind a trusted proxy whom the proxy last added to X-Forwarded-For. */
export function clientAddress(request: IncomingMessage, env: Environment): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  if (!env.proxy) return networkKey(peer) ?? peer;
  const forwarded = request.headers['x-forwarded-for'];
  const list = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  return networkKey(list.at(-1)?.trim() ?? '') ?? networkKey(peer) ?? peer;
}
