/** Grading through the real sandboxes: one file, so that all share one grader. Its parts are in grading/. */
import { afterAll } from 'vitest';
import { bombs } from './grading/bombs.ts';
import { publicCases } from './grading/cases.ts';
import { escaping } from './grading/escapes.ts';
import { hiddenChannels } from './grading/hidden-channels.ts';
import { oddResults } from './grading/odd-results.ts';
import { printing } from './grading/printed.ts';
import { processes } from './grading/processes.ts';
import { promises } from './grading/promises.ts';
import { pythonLibrary } from './grading/python-library.ts';
import { reported } from './grading/reported.ts';
import { closeShared } from './grading/shared.ts';
import { students } from './grading/students.ts';
import { using } from './grading/use.ts';

afterAll(closeShared);

promises();
bombs();
oddResults();
escaping();
printing();
hiddenChannels();
pythonLibrary();
students();
publicCases();
reported();
using();
processes();
