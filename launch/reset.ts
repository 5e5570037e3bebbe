/** `npm run reset`: empties the one folder, after asking. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { deleteData } from './postgres-files.ts';
import { Refusal } from './refusal.ts';
import { ROOT, runningIn } from './state-folder.ts';

export async function reset(yes: boolean): Promise<void> {
  const folder = path.resolve(process.env.NABLA_STATE ?? path.join(ROOT, '.nabla'));
  const pid = runningIn(folder);
  if (pid !== undefined) throw new Refusal(`Nabla is running in ${folder} (process ${pid}): stop it first.`);
  if (!yes) {
    if (!process.stdin.isTTY)
      throw new Refusal(
        'Nothing was deleted: there is nobody to ask. "npm run reset -- --yes" deletes without asking.',
      );
    const ask = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await ask.question(
      `This deletes the classroom's database with all classes and submissions, and all caches, in\n${folder}\nType "delete" to go on: `,
    );
    ask.close();
    if (answer.trim() !== 'delete') throw new Refusal('Nothing was deleted.');
  }
  deleteData(path.join(folder, 'database'));
  for (const entry of existsSync(folder) ? readdirSync(folder) : [])
    rmSync(path.join(folder, entry), { recursive: true, force: true });
  process.stdout.write(`✓ ${folder} is empty\n`);
}
