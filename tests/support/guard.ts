/** How long a test waits for what is to happen: a guard against hanging, on a machine that does much else as well. */
export const GUARD_MS = 150_000;
