/** For a container's health check: does the server in here answer, and reach its database? Exit code 0 when it does. */
import process from 'node:process';

const port = process.env.NABLA_PORT ?? '3000';
try {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  // no answer is an answer: unwell
  process.exitCode = 1;
}
