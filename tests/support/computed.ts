/** How long something computes: what else the machine does is not counted, unlike by the clock. */

/** Milliseconds that this thread has had a processor since this was called. */
export function computedSince(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
}
