/** The classroom that the stories of this worker of Playwright are in. */

interface Here {
  address: string;
  /** process id of the launcher */
  launcher: number;
}

/** Workers inherit it; each has a number that it keeps when it is started anew after a story that failed. */
const VARIABLE = 'NABLA_E2E_CLASSROOMS';

export function tellClassrooms(classrooms: readonly Here[]): void {
  process.env[VARIABLE] = JSON.stringify(classrooms.map(({ address, launcher }) => ({ address, launcher })));
}

/** Outside of Playwright's workers, and where an address is given, there is one. */
export function here(): Here {
  const given = process.env.NABLA_E2E_ADDRESS;
  if (given !== undefined && given !== '') return { address: given, launcher: Number(process.env.NABLA_E2E_LAUNCHER) };
  const all: Here[] = JSON.parse(process.env[VARIABLE] ?? '[]');
  const mine = all[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (mine === undefined) throw new Error('the classroom is not open');
  return mine;
}
