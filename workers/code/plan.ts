/** The calls of a submission: every draw of every test, in one flat list for the sandbox, and back again. */
import { drawInputs } from '../../domain/judging/inputs.ts';
import type { Language } from '../../domain/judging/number-format.ts';
import type { CallArgument } from '../../domain/judging/report.ts';
import type { CodeTest } from '../../domain/kinds/code/document.ts';
import { testsOfSeed } from '../../domain/lesson/drawn-inputs.ts';

export interface PlannedCall {
  test: CodeTest;
  /** the test with what was drawn for this call */
  as: CodeTest;
  arguments: CallArgument[];
}

/** Calls of visible tests come first: what they print is shown, and no hidden input has been seen by then. */
export function planCalls(tests: readonly CodeTest[], seed: string, language: Language): PlannedCall[] {
  const ordered = [...tests.filter((test) => test.visible), ...tests.filter((test) => !test.visible)];
  return testsOfSeed(ordered, seed).flatMap(({ of, as }) =>
    drawInputs(as, seed, language).map((given) => ({ test: of, as, arguments: given })),
  );
}
