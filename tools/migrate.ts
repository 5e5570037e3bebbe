/** Brings the database at DATABASE_URL up to date: migrations, then the lessons of `content/`; then ends. Safe to repeat. */
import path from 'node:path';
import { generateClient } from '../launch/build.ts';
import { ROOT } from '../launch/state-folder.ts';
import { sentenceOf } from '../launch/steps.ts';

try {
  const { DATABASE_URL = '' } = process.env;
  if (!/^postgres(ql)?:\/\/\S+$/.test(DATABASE_URL))
    throw new Error('DATABASE_URL must be an address like postgresql://user:password@host:5432/name: set it.');
  await generateClient();
  // from here on the client exists, so what uses it can be loaded
  const { connect, disconnect } = await import('../db/client.ts');
  const { prepare, takingOf } = await import('../server/features/start/prepare.ts');
  connect(DATABASE_URL, { connections: 2 });
  try {
    const lines = await prepare(DATABASE_URL, path.join(ROOT, 'content'), takingOf(process.env.NABLA_CONTENT));
    for (const line of lines) process.stdout.write(`✓ ${line}\n`);
  } finally {
    await disconnect();
  }
  // Prisma's engine leaves its lock's timer of ten seconds behind: nothing is worth waiting for
  process.exit(0);
} catch (error) {
  process.stderr.write(`✗ ${sentenceOf(error)}\n`);
  process.exit(1);
}
