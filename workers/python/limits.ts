/** Limits of a Python submission. */
import { MOST_PRINTED } from '../../domain/judging/printed.ts';

/** The most memory that an interpreter may grow to, in MB; about 45 of it are taken before the submission begins. */
export const MEMORY_MB = 256;

/** A process holds Pyodide's parts once, and its interpreters: the one that runs and those that wait. */
export const PYTHON_LIMITS = { wallMs: 8_000, cpuMs: 4_000, residentMb: 1_200, printed: MOST_PRINTED + 1 };
/** What the operating system grants a process; reserved address space of V8's code counts in it. */
export const DATA_MB = 8_192;
