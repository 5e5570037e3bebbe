/**
 * Loaded before the workers (`startWorkers(…, SOONER)`): a submission in Python may compute less long. For tests in which an endless
 * loop takes a place and has to come to its end; the real limit is tried in grading/promises.ts.
 */
import { PYTHON_LIMITS } from '../../workers/python/limits.ts';

PYTHON_LIMITS.cpuMs = 1_500;
