/** What of a request nobody means: it is refused before pages, and the database behind them, see it. */
import type { IncomingMessage } from 'node:http';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** The status to refuse it with; undefined: it may go on. */
export function refusalOf(request: Pick<IncomingMessage, 'method' | 'url'>): 400 | 405 | undefined {
  if (!METHODS.has(request.method ?? '')) return 405;
  return isReadable(request.url ?? '') ? undefined : 400;
}

/** Whether an address is text that can be read and stored: no broken escapes, and no character 0. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0');
  } catch {
    return false;
  }
}
