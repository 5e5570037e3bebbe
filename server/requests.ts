/** What of a request nobody means: it is refused before pages, and the database behind them, see it. */
import type { IncomingMessage } from 'node:http';
import { LARGEST_FILE } from '../domain/pictures/limits.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Where pictures are put in: nothing else that is sent may be as large as they. */
export const PICTURES = '/pictures';

/** The most bytes that anybody sends elsewhere: a lesson as an admin writes it, in signs of four bytes. */
export const LARGEST_BODY = 1024 * 1024;

/** The status to refuse it with; undefined: it may go on. */
export function refusalOf({
  method,
  url,
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): 400 | 405 | 411 | 413 | undefined {
  if (!METHODS.has(method ?? '')) return 405;
  if (!isReadable(url ?? '')) return 400;
  // by its length before it is read: Node takes no more of a body than it has announced, and browsers announce each
  if (headers['transfer-encoding'] !== undefined) return 411;
  const most = url === PICTURES ? LARGEST_FILE : LARGEST_BODY;
  return Number(headers['content-length'] ?? 0) > most ? 413 : undefined;
}

/** Whether an address is text that can be read and stored: no broken escapes, and no character 0. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0');
  } catch {
    return false;
  }
}
