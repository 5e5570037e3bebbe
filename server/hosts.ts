/**
 * By which names the server may be reached. A request with another Host is refused: that keeps DNS rebinding and forged
 * links out, while a teacher's laptop answers to each of its own addresses.
 */
import type { IncomingMessage } from 'node:http';
import os from 'node:os';
import type { Environment } from './env.ts';

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

/** May a page of this origin talk to us? CORS does not cover WebSockets, so the handshake asks. */
export function isOwnOrigin(origin: string | undefined, env: Environment): boolean {
  if (origin === undefined) return true; // not a browser's cross-site request
  try {
    return isOwnHost(new URL(origin).host, env);
  } catch {
    return false;
  }
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
  if (!env.proxy) return peer;
  const forwarded = request.headers['x-forwarded-for'];
  const list = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  return list.at(-1)?.trim() || peer;
}
