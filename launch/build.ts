/** Builds the pages, once for each state of what goes into them; the folder is named by a hash of all of that. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.ts';
import { ROOT } from './state-folder.ts';

const FOLDERS = ['app', 'domain', 'server', 'db', 'messages', 'public', 'prisma'];
const FILES = ['package-lock.json', 'next.config.js', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json'];
const KEPT = 3;

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

/** Runs a program of ours; what it prints is kept for the case that it fails. */
export function runProgram(script: string, args: string[], variables: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(process.execPath, [path.join(ROOT, script), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-20_000);
      });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Refusal(said.trim() || `${script} ended with ${code}`)),
    );
  });
}

/** Generates the database client from the schema, unless that is what is there. */
export async function generateClient(): Promise<void> {
  const schema = readFileSync(path.join(ROOT, 'prisma/schema.prisma'));
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(schema).update(lock).digest('hex');
  const stamp = path.join(ROOT, 'db/generated/.made-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  // its engine is a download that generating does not need: any existing file stands in for it
  await runProgram('node_modules/prisma/build/index.js', ['generate'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  });
  writeFileSync(stamp, hash);
}

/** @returns the folder of the build, relative to the root, as Next wants it */
export async function build(): Promise<string> {
  const folder = `.nabla/build/${hashOfSources()}`;
  const whole = path.join(ROOT, folder);
  if (existsSync(path.join(whole, '.complete'))) {
    utimesSync(whole, new Date(), new Date());
    return folder;
  }
  rmSync(whole, { recursive: true, force: true });
  await runProgram('node_modules/next/dist/bin/next', ['build'], { NABLA_DIST: folder, NODE_ENV: 'production' });
  writeFileSync(path.join(whole, '.complete'), '');
  forgetOldBuilds();
  return folder;
}

function forgetOldBuilds(): void {
  const parent = path.join(ROOT, '.nabla/build');
  const builds = readdirSync(parent).map((one) => path.join(parent, one));
  const newest = builds.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of newest.slice(KEPT)) rmSync(old, { recursive: true, force: true });
}
