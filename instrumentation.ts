/** What pages fail on stands in the log as well, under the number that their error page shows and that of the request. */
import type { Instrumentation } from 'next';

export const onRequestError: Instrumentation.onRequestError = async (error, { path, headers }, { routePath }) => {
  // the log and what it needs belong to Node's side of the pages
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ environment }, { makeLog }] = await Promise.all([import('./server/env.ts'), import('./server/log.ts')]);
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  const request = headers['x-nabla-request'];
  const where = { path: path.split('?', 1)[0], route: routePath };
  makeLog('pages', environment().log).error({ err: error, digest, request, ...where }, 'page failed');
};
