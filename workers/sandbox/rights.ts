/** Child side: giving up rights once everything is loaded, and dying with the pool. */

/** Sandboxes of one machine get user numbers from here on, one a process: nobody's, and not PostgreSQL's. */
export const FIRST_USER = 58_000;

/**
 * Where we are root, becomes the unprivileged user `user` for good; elsewhere there is nothing to give up.
 * Throws where the rights are still there afterwards.
 */
export function giveUpRights(user: number): void {
  if (process.getuid?.() !== 0) return;
  process.setgroups?.([]);
  process.setgid?.(user);
  process.setuid?.(user);
  let back = true;
  try {
    process.setuid?.(0);
  } catch {
    // as it should be: there is no way back
    back = false;
  }
  if (back || process.getuid?.() === 0) throw new Error('the sandbox is still root');
}

/** Ends this process by signal as soon as the pool is gone, whatever an isolate is doing (an orderly exit would crash). */
export function dieWithThePool(): void {
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
