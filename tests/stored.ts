/**
 * How tests of what is stored are run: integration and faults. Real PostgreSQL, real sockets, real sandboxes: one PostgreSQL a run,
 * one database a test file. Three files at a time, since most of them wait while others compute. What looks at how much of the machine
 * it gets runs alone, after everything else.
 */
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { GUARD_MS } from './support/guard.ts';

type Suite = 'integration' | 'faults' | 'alone';

const ALONE = ['tests/integration/busy-machine.test.ts'];
/** What begins first: the longest file, and what waits for clocks and processes, while the stories beside it compute. */
const FIRST = [
  'integration/grading.test.ts',
  'faults/live.test.ts',
  'faults/live-network.test.ts',
  'integration/live-misuse.test.ts',
  'integration/live-time.test.ts',
  'integration/live.test.ts',
  'integration/live-people.test.ts',
  'integration/live-grading.test.ts',
  'faults/live-hostile.test.ts',
  'integration/live-stop.test.ts',
  'integration/live-frames.test.ts',
  'integration/live-correction.test.ts',
  'integration/compose.test.ts',
  'faults/workers.test.ts',
  'faults/live-line.test.ts',
  'faults/workers-database.test.ts',
  'faults/live-strangers.test.ts',
  'integration/launch.test.ts',
  'integration/launch-network.test.ts',
  'integration/launch-refusals.test.ts',
  'integration/sign-ins.test.ts',
  'integration/queue.test.ts',
  'integration/compose-rights.test.ts',
];
/** What computes longest goes before what is short, so that none of it is left over at the end. */
const LONGEST = [
  'integration/regrade.test.ts',
  'integration/try.test.ts',
  'integration/exporting.test.ts',
  'integration/permissions.test.ts',
  'integration/grading-controls.test.ts',
  'integration/variants.test.ts',
  'integration/upgrades.test.ts',
  'integration/pictures.test.ts',
  'integration/regrade-rules.test.ts',
  'integration/grading-feedback.test.ts',
  'integration/pool.test.ts',
  'integration/submissions.test.ts',
];
const ORDER = [...FIRST, ...LONGEST];
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
  alone: [{ test: { ...common, name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } } }],
};

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const found = ORDER.findIndex((name) => moduleId.endsWith(`/tests/${name}`));
      return project.config.sequence.groupOrder * 1_000 + (found < 0 ? ORDER.length : found);
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
      sequence: { sequencer: InOrder },
    },
  });
}
