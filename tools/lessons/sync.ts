/**
 * `npm run lesson -- sync`: what `content/` would change in the classroom; with `--take` it is taken over, where nobody has changed the
 * same here. On DATABASE_URL, else on the embedded database of the classroom that runs here.
 */
import { generateClient } from '../../launch/build.ts';
import type { ContentCourse } from '../../server/features/courses/content.ts';
import { databaseAddress } from '../admin/database-address.ts';

const STATES = {
  new: 'new: a start takes it over',
  changed: 'changed: waits until somebody takes it over',
  both: 'changed in the file and here: decide at /admin/courses/files',
} as const;

/** @param folder of the courses. Throws Refusal where there is no database */
export async function sync(folder: string, take: boolean): Promise<void> {
  const url = databaseAddress();
  await generateClient();
  // what uses the client can be loaded only once it is there
  const { connect, disconnect } = await import('../../db/client.ts');
  const { lookAtContent } = await import('../../server/features/courses/content.ts');
  const { readContent } = await import('../../server/features/courses/content-files.ts');
  const { loadContent } = await import('../../server/features/courses/load-content.ts');
  connect(url, { connections: 2 });
  try {
    const lines = (await lookAtContent(readContent(folder))).flatMap(linesOf);
    for (const line of lines.length > 0 ? lines : ['Nothing would change.']) process.stdout.write(`${line}\n`);
    if (!take || lines.length === 0) return;
    const { taken, waiting } = await loadContent(folder, 'all');
    const left = waiting.length > 0 ? `; what stands here stays: ${waiting.join(', ')}` : '';
    process.stdout.write(`✓ taken over, ${taken} lessons published${left}\n`);
  } finally {
    await disconnect();
  }
}

/** A line for each list and lesson that the files have otherwise. */
export function linesOf({ title, list, files }: ContentCourse): string[] {
  const { added, moved, archived, removed, told } = list.changes;
  const changes = Object.entries({ added, moved, archived, removed, 'titles and numbers': told }).filter(
    ([, titles]) => titles.length > 0,
  );
  return [
    ...(list.state === 'same' ? [] : [`${title}: order and titles ${STATES[list.state]}`]),
    ...(list.state === 'same' ? [] : changes.map(([name, titles]) => `    ${name}: ${titles.join(', ')}`)),
    ...files.flatMap((one) => (one.state === 'same' ? [] : [`${one.file}: ${STATES[one.state]}`])),
  ];
}
