/** Builds the pages, once for each state of what goes into them; the folder is named by a hash of all of that. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeOnce } from './build-folders.ts';
import { CleanUp } from './clean-up.ts';
import { Refusal } from './refusal.ts';
import { ROOT } from './state-folder.ts';

const FOLDERS = ['app', 'domain', 'server', 'db', 'messages', 'public', 'prisma'];
const FILES = [
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
];

function hashOfSources(): string {
  const hash = createHash('sha256');
  const add = (file: string): void => {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  };
  for (const file of FILES) add(path.join(ROOT, file));
  const sources = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }),
  )
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of sources) add(file);
  return hash.digest('hex').slice(0, 16);
}

/** Read first by a program and by all Node processes that it starts: a build that nobody waits for would compute for minutes. */
const ENDS_WITH_PARENT = encodeURIComponent(
  'const { ppid } = process; setInterval(() => process.ppid === ppid || process.exit(1), 500).unref();',
);

/** Runs a program of ours; what it prints is kept for the case that it fails. It ends where this process is killed. */
export function runProgram(
  script: string,
  args: string[],
  variables: Record<string, string>,
  cleanUp: CleanUp,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(process.execPath, [path.join(ROOT, script), ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        ...variables,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=data:text/javascript,${ENDS_WITH_PARENT}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.on('error', reject);
    const forget = cleanUp.add(() => void child.kill('SIGKILL'));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-20_000);
      });
    child.on('exit', (code) => {
      forget();
      if (code === 0) resolve();
      else reject(new Refusal(said.trim() || `${script} ended with ${code}`));
    });
  });
}

/** Generates the database client from the schema, unless that is what is there. */
export async function generateClient(cleanUp = new CleanUp()): Promise<void> {
  const schema = readFileSync(path.join(ROOT, 'prisma/schema.prisma'));
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(schema).update(lock).digest('hex');
  const stamp = path.join(ROOT, 'db/generated/.made-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  // its engine is a download that generating does not need: any existing file stands in for it
  await runProgram(
    'node_modules/prisma/build/index.js',
    ['generate'],
    { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    cleanUp,
  );
  writeFileSync(stamp, hash);
}

/** @returns the folder of the build, relative to the root, as Next wants it */
export async function build(cleanUp = new CleanUp()): Promise<string> {
  const folder = `.nabla/build/${hashOfSources()}`;
  const variables = { NABLA_DIST: folder, NODE_ENV: 'production' };
  await makeOnce(path.join(ROOT, folder), () =>
    runProgram('node_modules/next/dist/bin/next', ['build'], variables, cleanUp),
  );
  return folder;
}
