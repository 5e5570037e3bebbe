/** All questions of an account as a file, with its quizzes where the format has some; or a whole course as a zip of ours. */
import { createWriteStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { MOST_OUT, type OutFormat } from '../../domain/exchange/out/formats.ts';
import type { Export } from '../../domain/exchange/out/write.ts';
import { generateClient } from '../../launch/build.ts';
import { Refusal } from '../../launch/refusal.ts';
import { databaseAddress } from '../admin/database-address.ts';
import { sentenceOf } from './words.ts';

/** How many questions were written, and what is said of each of which something is said. */
export interface TakenOut {
  count: number;
  told: string[];
}

/** Everything that an account has made. */
export function exportTo(file: string, login: string, format: OutFormat): Promise<TakenOut> {
  return intoFile(file, async () => {
    const { database } = await import('../../db/client.ts');
    const { selectOptionalByLogin } = await import('../../db/users.ts');
    const { exportAccount } = await import('../../server/features/exporting/account.ts');
    const found = await selectOptionalByLogin(database(), login);
    if (found === undefined) throw new Refusal(`Nobody signs in as "${login}".`);
    const person = { id: found.id, login: found.login, role: found.role, name: found.login };
    const outcome = await exportAccount(person, format);
    if (outcome === 'none') throw new Refusal(`"${login}" has no questions.`);
    if (outcome === 'many')
      throw new Refusal(
        `These are more than ${MOST_OUT.questions} questions: export them on the page, some at a time.`,
      );
    if ('refused' in outcome) throw new Refusal(sentenceOf(outcome.refused));
    const { made, titles } = outcome;
    return { made, told: toldOf(made, titles) };
  });
}

/** A course by its address. */
export function exportCourseTo(file: string, slug: string): Promise<TakenOut> {
  return intoFile(file, async () => {
    const { database } = await import('../../db/client.ts');
    const { courseForOperator } = await import('../../server/features/exporting/course.ts');
    const course = await database().course.findUnique({ where: { slug }, select: { id: true } });
    if (course === null) throw new Refusal(`There is no course with the address "/courses/${slug}".`);
    const outcome = await courseForOperator(course.id);
    if ('refused' in outcome) throw new Refusal(sentenceOf(outcome.refused));
    const told = outcome.said.map(({ title, remarks }) => `${title}\n    ${remarks.map(sentenceOf).join(' ')}`);
    return { made: outcome.made, told };
  });
}

function toldOf({ lines }: Export, titles: readonly string[]): string[] {
  return lines.flatMap(({ written, remarks }, place) => {
    const said = remarks.map(sentenceOf).join(' ');
    return said === '' ? [] : [`${written ? 'changed' : 'left out'}: ${titles[place]}\n    ${said}`];
  });
}

async function intoFile(file: string, make: () => Promise<{ made: Export; told: string[] }>): Promise<TakenOut> {
  if (existsSync(file)) throw new Refusal(`${file} is there already: name a new file.`);
  const url = databaseAddress();
  await generateClient();
  // what uses the client can be loaded only once it is there
  const { connect, database, disconnect } = await import('../../db/client.ts');
  const { selectOptionalBytes } = await import('../../db/pictures.ts');
  const { bytesOf } = await import('../../server/exporting/stream.ts');
  connect(url, { connections: 2 });
  try {
    const { made, told } = await make();
    const pictures = (id: string): Promise<Uint8Array | undefined> => selectOptionalBytes(database(), id);
    // whoever may read the folder reads the keys too
    await pipeline(bytesOf(made, pictures, new Date()), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    return { count: made.lines.filter(({ written }) => written).length, told };
  } finally {
    await disconnect();
  }
}
