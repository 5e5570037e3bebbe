/**
 * Checks lessons as an author needs it: do they compile, do links lead somewhere, does grading agree with them?
 *
 *     npm run lesson -- check            every lesson of content/, and the courses
 *     npm run lesson -- check <file>     one lesson
 *
 *     npm run lesson -- sync             what the files would change in the classroom
 *     npm run lesson -- sync --take      the same, and takes it over
 *
 * Problems and warnings go to standard output, one a line; progress to standard error. The exit code is 1 when there are problems.
 */
import path from 'node:path';
import { checkLesson } from '../domain/lesson/check/check-lesson.ts';
import { compileLesson } from '../domain/lesson/compile.ts';
import type { LessonProblem } from '../domain/lesson/problems.ts';
import { ROOT } from '../launch/state-folder.ts';
import { createGrader } from '../workers/grade.ts';
import { courseFiles, lessonFile, lessonFiles, misconceptionsOfFiles } from './lessons/files.ts';
import { repeated } from './lessons/ids.ts';
import { aroundFile, brokenPlaces, type CompiledFiles } from './lessons/links.ts';
import { answersHere, runsWith } from './lessons/looking.ts';
import { sync } from './lessons/sync.ts';
import { lineOf, warningOf } from './lessons/words.ts';

const USAGE = `Usage:
  npm run lesson -- check           check every lesson
  npm run lesson -- check <file>    check one lesson
  npm run lesson -- sync [--take]   show what files would change in the classroom, or take it over`;

const log = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

async function compileAll(known: readonly string[]): Promise<CompiledFiles> {
  const compiled = new Map();
  for (const { file, text } of lessonFiles()) compiled.set(file, await compileLesson(text, file, {}, {}, known));
  return compiled;
}

interface Checked {
  problems: LessonProblem[];
  warnings: LessonProblem[];
  files: number;
  questions: number;
  /** titles of the questions whose code was not run, since NumPy is missing */
  withoutNumpy: string[];
}

/** All problems of the files that were asked for. */
async function check(typed: readonly string[]): Promise<Checked> {
  const { known, problems: ofCatalogues } = misconceptionsOfFiles();
  const all = new Map(await compileAll(known));
  const texts = new Map(lessonFiles().map(({ file, text }) => [file, text]));
  const asked = typed.map(lessonFile);
  for (const { file, text } of asked) {
    all.set(file, await compileLesson(text, file, {}, {}, known));
    texts.set(file, text);
  }
  const files = asked.length > 0 ? asked.map(({ file }) => file) : [...all.keys()];
  const problems =
    asked.length > 0 ? [] : [...ofCatalogues, ...courseFiles().flatMap((course) => brokenPlaces(course, all))];
  const grader = createGrader({ log });
  const warnings: LessonProblem[] = [];
  let questions = 0;
  const withoutNumpy: string[] = [];
  try {
    for (const file of files) {
      const compiled = all.get(file);
      if (!compiled) continue;
      log(file);
      if (!compiled.ok) {
        problems.push(...compiled.problems);
        continue;
      }
      questions += compiled.lesson.questions.length;
      problems.push(...repeated(file, all));
      const text = { file, source: texts.get(file) ?? '' };
      const looking = { answers: answersHere, run: runsWith(grader), around: aroundFile(file, all) };
      const checked = await checkLesson(text, compiled, looking);
      problems.push(...checked.problems);
      warnings.push(...checked.notes);
      withoutNumpy.push(...checked.unproved);
    }
  } finally {
    await grader.close();
  }
  return { problems, warnings, files: files.length, questions, withoutNumpy };
}

const warned = (count: number): string => (count === 0 ? '' : `, ${count} ${count === 1 ? 'warning' : 'warnings'}`);
const leftOut = (ids: readonly string[]): string => (ids.length === 0 ? '' : `, ${ids.length} left out`);

async function main([command, ...files]: string[]): Promise<number> {
  if (command === 'sync' && (files.length === 0 || (files.length === 1 && files[0] === '--take'))) {
    await sync(path.join(ROOT, 'content'), files.length === 1);
    return 0;
  }
  if (command !== 'check') {
    log(USAGE);
    return 2;
  }
  const { problems, warnings, files: count, questions, withoutNumpy } = await check(files);
  for (const problem of problems) process.stdout.write(`${lineOf(problem)}\n`);
  for (const warning of warnings) process.stdout.write(`${warningOf(warning)}\n`);
  if (withoutNumpy.length > 0)
    log(
      `${withoutNumpy.length} questions left out, NumPy is missing (“NumPy” in docs/grading.md): ${withoutNumpy.join(', ')}`,
    );
  log(
    `${count} lessons, ${questions} questions, ${problems.length} problems${warned(warnings.length)}${leftOut(withoutNumpy)}`,
  );
  return problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
  // Prisma's engine leaves a timer behind
  if (process.argv[2] === 'sync') process.exit();
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
