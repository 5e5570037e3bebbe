/**
 * What has to work before anything of ours is there: plain JavaScript for any Node from 18 on. Installs what is locked
 * and says which Node goes on from here.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = 18;
const PINNED = 24;

/** Ends with one sentence and no stack trace. */
function giveUp(sentence) {
  process.stderr.write(`\n✗ ${sentence}\n`);
  process.exit(1);
}

/** Installs what the lock file names, unless that is what is installed. */
export function install() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST)
    giveUp(`This is Node ${process.versions.node}: install Node ${OLDEST} or newer from nodejs.org and start again.`);
  if (process.platform !== 'linux' && major < PINNED)
    giveUp(
      `Nabla brings its own Node on Linux only; on ${process.platform} install Node ${PINNED} or newer and start again.`,
    );
  if (process.platform !== 'linux' && !process.env.DATABASE_URL)
    giveUp(
      `The embedded PostgreSQL is for Linux on x64 and arm64; on ${process.platform} set DATABASE_URL to a PostgreSQL of your own.`,
    );
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  // beside what it speaks of: an emptied .nabla must not cost an installation
  const stamp = path.join(ROOT, 'node_modules', '.nabla-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const started = Date.now();
  process.stderr.write('… installing the packages (a minute or two, once)\n');
  const npm = process.env.npm_execpath;
  const command = npm && /\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  const done = spawnSync(
    command[0],
    [...command.slice(1), 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'development' } },
  );
  if (done.status !== 0) {
    const said = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`;
    if (/ENOSPC/.test(said)) giveUp('The disk is full: make room (about 2 GB) and start again.');
    if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN/.test(said))
      giveUp('The packages could not be fetched: check the connection (or the proxy set for npm) and start again.');
    giveUp(`The packages could not be installed: ${said.trim().split('\n').filter(Boolean).slice(0, 3).join(' ')}`);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
  process.stderr.write(`✓ packages installed (${((Date.now() - started) / 1000).toFixed(0)} s)\n`);
}

/** The Node that runs everything from here on. */
function pinnedNode() {
  const brought = path.join(ROOT, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(brought)) return brought;
  if (Number(process.versions.node.split('.')[0]) >= PINNED) return process.execPath;
  return giveUp(
    `There is no Node ${PINNED} for ${process.platform} on ${process.arch} among the packages: install Node ${PINNED} or newer and start again.`,
  );
}

/** Goes on in the pinned Node; signals are handed through, and its exit code is ours. */
export function goOn(script, args) {
  const node = pinnedNode();
  const bin = path.join(ROOT, 'node_modules', '.bin');
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(ROOT, script), ...args], {
    cwd: ROOT,
    // the channel tells the child when we are killed
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${path.dirname(node)}${path.delimiter}${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  // Ctrl-C reaches the whole group and the child hears it twice, which it takes calmly: it stops in order, we wait
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
