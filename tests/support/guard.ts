/** How long a test waits for what is to happen: a guard against hanging, on a machine that does much else as well. */
export const GUARD_MS = 150_000;
/** The same for what a page does within a unit test, which ends after a minute. */
export const PATIENT = { timeout: 240_000 };
