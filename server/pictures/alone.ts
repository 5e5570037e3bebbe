/** What each process that reads pictures does first: it gives up its rights, and looks that it takes no more than it may. */
import { TOO_HEAVY } from './words.ts';

const NOBODY = 57_900;
const LOOK_MS = 10;

/** Once everything is loaded. @returns begins to count the computing anew, for the next picture */
export function onItsOwn(): () => void {
  // where this is not root there is nothing to give up
  if (process.getuid?.() === 0) {
    process.setgroups?.([]);
    process.setgid?.(NOBODY);
    process.setuid?.(NOBODY);
  }
  const [residentMb = 0, computeMs = 0] = process.argv.slice(2).map(Number);
  let before = process.cpuUsage();
  setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    const heavy = process.memoryUsage.rss() > residentMb * 1024 * 1024 || (user + system) / 1000 > computeMs;
    if (heavy) process.exit(TOO_HEAVY);
  }, LOOK_MS).unref();
  return () => {
    before = process.cpuUsage();
  };
}
