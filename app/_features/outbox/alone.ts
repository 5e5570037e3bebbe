/**
 * One tab sends at a time. By Web Locks where they are; on plain http they are not, and a lease in localStorage does: two tabs
 * that take it in the same moment send the same thing twice, which the server tells by its id.
 */

/** Does the work unless another tab is at it. @returns whether it was done */
export type Alone = (work: () => Promise<void>) => Promise<boolean>;

const NAME = 'nabla-outbox-sends';
/** Longer than a request may take; it is renewed before each. */
export const LEASE_MS = 40_000;
const RENEW_MS = LEASE_MS / 4;
const SETTLE_MS = 40;

export const alone: Alone = (work) => {
  // declared as always there, but absent outside secure contexts
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return underLease(work);
  return locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
};

const OWNER = String(Math.random());

/** By a lease in storage alone. */
export const underLease: Alone = async (work) => {
  if (!(await take())) return false;
  const renewing = setInterval(write, RENEW_MS);
  try {
    await work();
  } finally {
    clearInterval(renewing);
    if (owner() === OWNER) attempt(() => localStorage.removeItem(NAME));
  }
  return true;
};

async function take(): Promise<boolean> {
  if (![undefined, OWNER].includes(owner())) return false;
  write();
  // whoever else wrote in this moment has overwritten it, or has been overwritten
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return [undefined, OWNER].includes(owner());
}

function write(): void {
  attempt(() => localStorage.setItem(NAME, `${OWNER} ${Date.now() + LEASE_MS}`));
}

/** Who holds the lease; undefined: nobody, or storage is blocked, and then there is nothing to share. */
function owner(): string | undefined {
  const [holder, until] = attempt(() => localStorage.getItem(NAME))?.split(' ') ?? [];
  return Number(until) > Date.now() ? holder : undefined;
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    // the browser keeps nothing: then this page is alone as far as it can know
    return undefined;
  }
}
