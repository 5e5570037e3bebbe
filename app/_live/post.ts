'use client';
/** Posts to one of our endpoints; a lost connection is an outcome like any other. */
import { type Outcome, refuse } from '../../domain/refusal.ts';

export interface PostOptions {
  /** sent even while the page goes; browsers take up to 64 KB this way */
  keepalive?: boolean;
  /** one that takes longer is lost */
  limitMs?: number;
}

export async function post<T>(path: string, body: object, options: PostOptions = {}): Promise<Outcome<T>> {
  const { keepalive = false, limitMs } = options;
  const given = new AbortController();
  const timer = limitMs === undefined ? undefined : setTimeout(() => given.abort(), limitMs);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      keepalive,
      signal: given.signal,
    });
    const outcome: Outcome<T> = await response.json();
    // a proxy in between may answer in its own words
    return typeof outcome.ok === 'boolean' ? outcome : refuse('unavailable');
  } catch {
    return refuse('unavailable');
  } finally {
    clearTimeout(timer);
  }
}
