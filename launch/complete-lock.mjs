/**
 * Completes package-lock.json: a registry may lack the variants of a package for other platforms, and npm then drops
 * them from the lock without a word; `npm ci` compares names and refuses. Run it after every `npm install`: `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  linuxmusl: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  win32: 'win32',
  windows: 'win32',
};
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** Is `name` found from `where`, walking up as Node does? */
function isLocked(packages, where, name) {
  for (
    let folder = where;
    ;
    folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : ''
  ) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}

/** The entry of a platform variant, read off its name; undefined where the name does not say. */
function variant(name, range, dev) {
  const words = name.split('/').pop().split('-');
  const system = words.map((word) => SYSTEMS[word]).find(Boolean);
  const processor = PROCESSORS.find((word) => words.includes(word));
  const version = String(range).replace(/^[\^~]/, '');
  if ((system === undefined && processor !== 'wasm32') || !/^\d+\.\d+\.\d+/.test(version)) return undefined;
  const libc = words.some((word) => word.includes('musl'))
    ? ['musl']
    : system === 'linux' && words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined;
  return {
    version,
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(dev ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    ...(system === undefined ? {} : { os: [system] }),
  };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
let added = 0;
for (const [where, entry] of Object.entries(lock.packages))
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(lock.packages, where, name)) continue;
    const made = variant(name, range, entry.dev === true);
    if (made === undefined) {
      process.stderr.write(
        `${name} ${range}, wanted by ${where || 'the project'}, is no platform variant: it cannot be completed\n`,
      );
      process.exitCode = 1;
      continue;
    }
    lock.packages[`node_modules/${name}`] = made;
    added++;
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
