/**
 * Looks at a file of questions of another program, and writes nothing; or takes the questions of an account out as a file:
 *
 *     npm run questions -- import <file>           what would be taken, line by line
 *     npm run questions -- import <file> --json    the same as JSON, with each question as its author would have written it
 *         --encoding windows-1250                  in which it is where it is not UTF-8
 *     npm run questions -- export <login> <file> [--format nabla|moodle-xml|gift|qti-1.2|qti-2|csv]
 *     npm run questions -- export --course <address> <file>    a whole course as a zip of Nabla
 *
 * The exit code is 1 where nothing of the file can be taken, or none can be written.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ENCODINGS, type Encoding } from '../domain/exchange/encodings.ts';
import { MOST } from '../domain/exchange/limits.ts';
import { OUT_FORMATS } from '../domain/exchange/out/formats.ts';
import { remark } from '../domain/exchange/remark.ts';
import { Refusal } from '../launch/refusal.ts';
import { type Read, readQuestions } from '../server/importing/importer.ts';
import { lookedThrough } from '../server/importing/look-through.ts';
import { explain } from './admin/explain.ts';
import { type Line, type Looked, lookedAt } from './exchange/lines.ts';
import { sentenceOf } from './exchange/words.ts';

const USAGE = `Usage:
  npm run questions -- import <file> [--json] [--encoding ${ENCODINGS.join('|')}]
  npm run questions -- export <login> <file> [--format ${OUT_FORMATS.join('|')}]
  npm run questions -- export --course <address> <file>`;

/** A file that is too large is not even opened. */
async function read(file: string, encoding: Encoding | undefined): Promise<Read> {
  if (statSync(file).size > MOST.bytes) return { refused: remark('file.large', { most: MOST.bytes / 2 ** 20 }) };
  return readQuestions(new Uint8Array(readFileSync(file)), { encoding });
}

function tell({ format, notes, items: lines }: Looked): void {
  for (const said of notes) process.stdout.write(`${said}\n`);
  for (const { at, title, kind, taken, reason } of lines) {
    const state = taken ? (reason === null ? 'taken' : 'taken, changed') : 'refused';
    process.stdout.write(`${at}: ${state}${kind === null ? '' : ` (${kind})`}: ${title}\n`);
    if (reason !== null) process.stdout.write(`    ${reason}\n`);
  }
  const count = (fits: (line: Line) => boolean): number => lines.filter(fits).length;
  const changed = count(({ taken, reason }) => taken && reason !== null);
  process.stdout.write(
    `${format}: ${lines.length} questions, ${count(({ taken }) => taken)} taken (${changed} changed), ${count(({ taken }) => !taken)} refused\n`,
  );
}

async function takeOut(args: string[]): Promise<number> {
  const options = { format: { type: 'string' }, course: { type: 'string' } } as const;
  const read = parsed(() => parseArgs({ args, allowPositionals: true, options }));
  const { course, format: named = 'nabla' } = read?.values ?? {};
  const [first, second, ...more] = read?.positionals ?? [];
  const [login, file] = course === undefined ? [first, second] : [course, first];
  const tooMany = more.length > 0 || (course !== undefined && (second !== undefined || named !== 'nabla'));
  const format = OUT_FORMATS.find((one) => one === named);
  if (login === undefined || file === undefined || tooMany || format === undefined) return usage();
  const whole = path.resolve(file);
  process.chdir(path.join(import.meta.dirname, '..'));
  const { exportCourseTo, exportTo } = await import('./exchange/export.ts');
  const asked = course === undefined ? exportTo(whole, login, format) : exportCourseTo(whole, course);
  const { count, told } = await asked.catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal(explain(error));
  });
  for (const one of told) process.stdout.write(`${one}\n`);
  process.stdout.write(`✓ ${whole}: ${course === undefined ? '' : `the course "${course}" with `}${count} questions\n`);
  return count > 0 || course !== undefined ? 0 : 1;
}

function parsed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // an option that there is not: the usage says which there are
    return undefined;
  }
}

function usage(): number {
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

async function main([command, typed, ...flags]: string[]): Promise<number> {
  if (command === 'export') return takeOut([...(typed === undefined ? [] : [typed]), ...flags]);
  const options = { json: { type: 'boolean' }, encoding: { type: 'string' } } as const;
  const given = typed === undefined ? undefined : parsed(() => parseArgs({ args: flags, options }).values);
  const encoding = ENCODINGS.find((one) => one === given?.encoding);
  if (command !== 'import' || typed === undefined || given === undefined || encoding !== given.encoding) return usage();
  const asJson = given.json === true;
  const file = path.resolve(typed);
  process.chdir(path.join(import.meta.dirname, '..'));
  const found = await read(file, encoding);
  if ('refused' in found) {
    const reason = sentenceOf(found.refused);
    if (asJson) process.stdout.write(`${JSON.stringify({ format: null, reason, items: [] }, null, 1)}\n`);
    else process.stderr.write(`${reason}\n`);
    return 1;
  }
  const looked = lookedAt(await lookedThrough(found.preview));
  if (asJson) process.stdout.write(`${JSON.stringify(looked, null, 1)}\n`);
  else tell(looked);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
