/** Holds stories to the pages that they are said to look at: a story that passes and has not looked at one of them fails the run. */
import path from 'node:path';
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { LOOK, missedBy } from './looked-at.ts';

export default class LookedAtReporter implements Reporter {
  readonly #looked = new Map<string, string[]>();
  readonly #failed = new Set<string>();
  #whole = true;

  onBegin({ grep, grepInvert }: FullConfig, _suite: Suite): void {
    // some tests of a story say nothing of the others
    this.#whole = String(grep) === String(/.*/) && grepInvert === null;
  }

  onTestEnd({ location: { file }, expectedStatus }: TestCase, { status, annotations }: TestResult): void {
    const story = path.basename(file).replace(/\.spec\.ts$/, '');
    if (status !== expectedStatus || status === 'skipped') this.#failed.add(story);
    const paths = annotations.flatMap(({ type, description }) =>
      type === LOOK && description !== undefined ? [description] : [],
    );
    this.#looked.set(story, [...(this.#looked.get(story) ?? []), ...paths]);
  }

  async onEnd(_result: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    if (!this.#whole) return undefined;
    const missed = [...this.#looked].flatMap(([story, paths]) =>
      this.#failed.has(story) ? [] : missedBy(story, paths).map((route) => `${story}.spec.ts never looked at ${route}`),
    );
    for (const one of missed) process.stderr.write(`${one} (tests/e2e/looked-at.ts)\n`);
    return missed.length === 0 ? undefined : { status: 'failed' };
  }

  printsToStdio(): boolean {
    return false;
  }
}
