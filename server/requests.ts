/** What of a request nobody means: it is refused before pages, and the database behind them, see it. */
import type { IncomingMessage } from 'node:http';
import { LARGEST_FILE } from '../domain/pictures/limits.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Where pictures are put in: nothing else that is sent may be as large as they. */
export const PICTURES = '/pictures';

/** Where questions and courses are taken out as a file. */
export const EXPORTS = '/exports';

/** The most bytes that anybody sends elsewhere: a lesson as an admin writes it, in signs of four bytes. */
export const LARGEST_BODY = 1024 * 1024;
/** A file of 20 MB in base64, and what is said beside it; only where files are sent. */
export const LARGEST_FILE_BODY = 28 * 1024 * 1024;
const TAKES_FILES = /^\/api\/rpc\/importing\.(?:look|take)(?:Course)?(?:\?|$)/;

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
  return Number(headers['content-length'] ?? 0) > mostFor(url ?? '') ? 413 : undefined;
}

function mostFor(url: string): number {
  if (url === PICTURES) return LARGEST_FILE;
  return TAKES_FILES.test(url) ? LARGEST_FILE_BODY : LARGEST_BODY;
}

/** Whether an address is text that can be read and stored: no broken escapes, and no character 0. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0');
  } catch {
    return false;
  }
}
