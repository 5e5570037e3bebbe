/** Limits of a JavaScript submission. */
import { MOST_PRINTED } from '../../domain/judging/printed.ts';

/** Of an isolate's heap, in MB. */
export const MEMORY_MB = 64;
export const JAVASCRIPT_LIMITS = { wallMs: 4_000, cpuMs: 2_000, residentMb: 320, printed: MOST_PRINTED + 1 };
/** What the operating system grants a process; reserved address space of V8's code counts in it. */
export const DATA_MB = 3_072;

/** How long promises may compute after the function has returned: nobody waits for what they do. */
export const AFTERWARDS_MS = 500;
