/** Brings a database up to date: migrations, then `content/`. The same for `npm start` and for the migrate service. */
import { database } from '../../../db/client.ts';
import { laterMigrations, migrate } from '../../../db/migrate.ts';
import { reach, reachSentences } from '../../../db/reach.ts';
import { loadContent, type Taking } from '../courses/load-content.ts';
import { followCorrections } from '../questions/corrections.ts';

/** What of changed files is taken over at a start, as the environment says it. @throws Error with one sentence */
export function takingOf(said: string | undefined): Taking {
  if (said === undefined || said === '' || said === 'ask') return 'new';
  if (said === 'take') return 'all';
  throw new Error('The variable NABLA_CONTENT must be "ask" or "take". docs/courses.md says what each does.');
}

/**
 * @returns what was done, a line each
 * @throws Error with one sentence where the database cannot be reached
 */
export async function prepare(databaseUrl: string, contentFolder: string, taking: Taking = 'new'): Promise<string[]> {
  const reached = await reach(databaseUrl);
  if (reached !== 'ok') throw new Error(reachSentences[reached]);
  const applied = await migrate(databaseUrl);
  const later = await laterMigrations(database());
  const content = await loadContent(contentFolder, taking);
  const { followed, left } = await followCorrections(null);
  return [
    ...(applied.length > 0 ? [`${applied.length} migrations applied`] : []),
    ...(later.length > 0
      ? [
          `a later version of Nabla has used this database (${later.join(', ')}): what it stored in a new form is not shown`,
        ]
      : []),
    `${content.lessons} lessons${content.taken > 0 ? `, ${content.taken} taken over from files` : ''}`,
    ...(content.shown.length > 0
      ? [
          `changed in content/, and waits to be looked at: ${content.shown.join(', ')} (at /admin/courses/files, or by "npm run lesson -- sync"; NABLA_CONTENT=take takes over such changes at each start)`,
        ]
      : []),
    ...(content.waiting.length > 0
      ? [
          `changed in content/ and here, so what stands here stays: ${content.waiting.join(', ')} (see /admin/courses/files)`,
        ]
      : []),
    ...(followed.length > 0 ? [`a corrected question is asked in ${followed.join(', ')}`] : []),
    ...(left.length > 0 ? [`a corrected question cannot be asked in ${left.join(', ')}: edit and publish it`] : []),
  ];
}
