/** What `blanks` and `function` have in common: entry, tests, examples, and the solution in words and code. */

import { toHtml } from 'hast-util-to-html';
import type { Code } from 'mdast';
import { entryAttribute } from '../../lesson/attributes.ts';
import type { CodeLanguage } from '../../lesson/fences.ts';
import { codeBlock } from '../../lesson/highlight.ts';
import { examplesOf } from '../../lesson/notation.ts';
import { type Problems, spotOf } from '../../lesson/problems.ts';
import { readTests } from '../../lesson/tests.ts';
import type { CommonKey, Workshop } from '../reader.ts';
import type { CodeTest, Example } from './document.ts';

export interface CodeParts {
  view: { language: CodeLanguage; entry: string; examples: Example[]; hiddenTests: number; points: number };
  tests: CodeTest[];
}

/** What exercises of both kinds of code have in common; null where it cannot be read, which is told. */
export function readCodeParts(shop: Workshop, language: CodeLanguage): CodeParts | null {
  const entry = entryAttribute(shop.directive, shop.problems);
  const tests = readTests(shop);
  if (entry === null || tests === null) return null;
  const view = {
    language,
    entry,
    examples: examplesOf(tests, entry, language),
    hiddenTests: tests.filter((test) => !test.visible).length,
    points: tests.reduce((sum, test) => sum + test.points, 0),
  };
  return { view, tests };
}

/** Tells when the code that is to be called does not define the function by its name. */
export function checkDefines(fence: Code, entry: string, language: CodeLanguage, problems: Problems): void {
  const definition =
    language === 'python'
      ? new RegExp(`^(?:async\\s+)?def\\s+${entry}\\s*\\(|^${entry}\\s*=`, 'm')
      : new RegExp(`function\\s*\\*?\\s*${entry}\\s*\\(|(?:const|let|var)\\s+${entry}\\s*=`);
  if (!definition.test(fence.value)) problems.add(spotOf(fence), 'fence.noEntry', { entry });
}

/** The key's solution: the author's steps, then the code. */
export function keyWithCode(key: CommonKey, source: string, language: CodeLanguage): CommonKey & { solution: string } {
  const code = toHtml(codeBlock(source.trimEnd(), language));
  return { ...key, solutionHtml: `${key.solutionHtml ?? ''}${code}`, solution: source };
}
