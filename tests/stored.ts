/**
 * How tests of what is stored are run: integration and faults. Real PostgreSQL, real sockets, real sandboxes: one PostgreSQL a run,
 * one database a test file. Three files at a time, since most of them wait while others compute; the longest first, so that none of
 * them is left over at the end. What looks at how much of the machine it gets runs alone after them.
 */
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { GUARD_MS } from './support/guard.ts';

type Suite = 'integration' | 'faults';

const ALONE = ['tests/integration/busy-machine.test.ts'];
const LONGEST = [
  'integration/grading.test.ts',
  'integration/regrade.test.ts',
  'integration/grading-controls.test.ts',
  'integration/pool.test.ts',
  'faults/live.test.ts',
  'integration/compose.test.ts',
  'integration/submissions.test.ts',
  'integration/live-grading.test.ts',
  'faults/workers.test.ts',
  'integration/try.test.ts',
  'integration/exporting.test.ts',
  'integration/permissions.test.ts',
  'integration/variants.test.ts',
  'integration/grading-feedback.test.ts',
];
/**
 * Files that find every module as nobody has used it: what they change is global (a module in the place of another, the clock, the
 * environment), or counted by a module (who signed in, who tries). The others share theirs, since loading them took half of the time.
 */
const OF_THEIR_OWN = ['people', 'try', 'one-clock', 'sign-ins', 'grading', 'grading-controls', 'grading-feedback'].map(
  (name) => `tests/integration/${name}.test.ts`,
);
/** What is tried whole, by the clock, has the machine to itself. */
const BESIDE = process.env.NABLA_SOAK === 'whole' || process.env.NABLA_ESCAPES === 'all' ? 1 : 3;

const common = {
  environment: 'node',
  testTimeout: 2 * GUARD_MS,
  hookTimeout: 2 * GUARD_MS,
  expect: { poll: { timeout: GUARD_MS } },
} as const;
const beside = { maxWorkers: BESIDE, sequence: { groupOrder: 0 } } as const;

const PROJECTS: Record<Suite, TestProjectInlineConfiguration[]> = {
  integration: [
    {
      test: {
        ...common,
        ...beside,
        name: 'integration',
        include: ['tests/integration/**/*.test.ts'],
        exclude: [...ALONE, ...OF_THEIR_OWN],
        isolate: false,
        setupFiles: 'tests/support/disconnected.ts',
      },
    },
    { test: { ...common, ...beside, name: 'own', include: OF_THEIR_OWN } },
    {
      test: {
        ...common,
        name: 'alone',
        include: ALONE,
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      },
    },
  ],
  faults: [
    {
      test: {
        ...common,
        ...beside,
        name: 'faults',
        include: ['tests/faults/**/*.test.ts'],
        testTimeout: 1_200_000,
        isolate: false,
        setupFiles: 'tests/support/disconnected.ts',
      },
    },
  ],
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}`));
      return project.config.sequence.groupOrder * 1_000 + (found < 0 ? LONGEST.length : found);
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

/** The settings of a run of these suites. */
export function stored(...suites: Suite[]): ViteUserConfig {
  return defineConfig({
    test: {
      projects: suites.flatMap((suite) => PROJECTS[suite]),
      globalSetup: 'tests/integration/global-setup.ts',
      sequence: { sequencer: LongestFirst },
    },
  });
}
