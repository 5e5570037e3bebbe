/**
 * Looks at a file of questions of another program, and writes nothing:
 *
 *     npm run questions -- import <file>           what would be taken, line by line
 *     npm run questions -- import <file> --json    the same as JSON, with each question as its author would have written it
 *
 * The exit code is 1 where nothing of the file can be taken.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { MOST } from '../domain/exchange/limits.ts';
import { remark } from '../domain/exchange/remark.ts';
import { type Read, readQuestions } from '../server/importing/importer.ts';
import { placeOf, sentenceOf } from './exchange/words.ts';

const USAGE = 'Usage: npm run questions -- import <file> [--json]';

interface Line {
  at: string;
  title: string;
  kind: string | null;
  taken: boolean;
  /** how it was changed, or why it is not taken; null: there is nothing to say */
  reason: string | null;
  document: string | null;
}

/** A file that is too large is not even opened. */
async function read(file: string): Promise<Read> {
  if (statSync(file).size > MOST.bytes) return { refused: remark('file.large', { most: MOST.bytes / 2 ** 20 }) };
  return readQuestions(new Uint8Array(readFileSync(file)));
}

function tell(lines: readonly Line[], remarks: readonly string[], format: string): void {
  for (const said of remarks) process.stdout.write(`${said}\n`);
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

async function main([command, typed, ...flags]: string[]): Promise<number> {
  const asJson = flags.length === 1 && flags[0] === '--json';
  if (command !== 'import' || typed === undefined || (flags.length > 0 && !asJson)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const file = path.resolve(typed);
  process.chdir(path.join(import.meta.dirname, '..'));
  const found = await read(file);
  if ('refused' in found) {
    const reason = sentenceOf(found.refused);
    if (asJson) process.stdout.write(`${JSON.stringify({ format: null, reason, items: [] }, null, 1)}\n`);
    else process.stderr.write(`${reason}\n`);
    return 1;
  }
  const { format, title, remarks, items } = found.preview;
  const lines = items.map((item): Line => {
    const said = item.remarks.map(sentenceOf);
    const { kind, taken, document } = item;
    return {
      at: placeOf(item.at),
      title: item.title,
      kind,
      taken,
      reason: said.length === 0 ? null : said.join(' '),
      document,
    };
  });
  const notes = remarks.map(sentenceOf);
  if (asJson) process.stdout.write(`${JSON.stringify({ format, title, notes, items: lines }, null, 1)}\n`);
  else tell(lines, notes, format);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
