/** The stored documents in a filled database (tests/fixtures/databases/), one of each shape. */
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { header, tableLine } from '../../db/backup/format.ts';
import { linesOf } from '../../db/backup/lines.ts';
import { readQuestion } from '../../domain/documents/formats.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { type Kept, shapeOf } from './shapes.ts';

const DATABASES = path.join(ROOT, 'tests/fixtures/databases');

/** Where documents of each format stand. */
const PLACES: Record<string, readonly [table: string, column: string][]> = {
  answer: [
    ['submissions', 'answer'],
    ['drafts', 'answer'],
    ['live_answers', 'answer'],
    ['snapshot_answers', 'answer'],
    ['inquiries', 'answer'],
  ],
  verdict: [
    ['verdicts', 'detail'],
    ['regrade_items', 'proposed'],
    ['live_answers', 'verdict'],
  ],
  state: [['live_sessions', 'state']],
};

/** What COPY writes for signs that it does not write as they are. */
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

function storedIn(field: string | undefined): unknown {
  if (field === undefined || field === '\\N') return undefined;
  return JSON.parse(field.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign));
}

/** The rows of a backup, table by table. */
async function* rowsOf(file: string): AsyncGenerator<[table: string, row: Record<string, string>]> {
  let table: { table: string; columns: string[] } | undefined;
  for await (const bytes of linesOf(createReadStream(file).pipe(createGunzip()))) {
    const line = bytes.toString('utf8');
    if (line === '\\.') table = undefined;
    else if (table === undefined) table = tableLine.safeParse(JSON.parse(line)).data;
    else {
      const fields = line.split('\t');
      yield [table.table, Object.fromEntries(table.columns.map((column, at) => [column, fields[at] ?? '\\N']))];
    }
  }
}

function documentsIn(table: string, row: Record<string, string>): [format: string, document: unknown][] {
  if (table === 'lesson_versions' && row.keys !== undefined)
    return questionsIn(storedIn(row.content), storedIn(row.keys));
  if (table === 'question_versions') return [['question', questionOf(storedIn(row.document), storedIn(row.key))]];
  return Object.entries(PLACES).flatMap(([format, places]) =>
    places
      .filter(([name]) => name === table)
      .map(([, column]) => storedIn(row[column]))
      .filter((document) => document !== undefined)
      .map((document): [string, unknown] => [format, document]),
  );
}

/** The questions of each version of a lesson in a filled database, with their keys, as the code of today knows them. */
export async function questionsOfLessons(file: string): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  const versions = new Map<string, { document: unknown; key: unknown }>();
  const pins: Record<string, string>[] = [];
  for await (const [table, row] of rowsOf(file)) {
    if (table === 'lesson_versions' && row.keys !== undefined)
      found.set(
        row.id ?? '',
        questionsIn(storedIn(row.content), storedIn(row.keys)).map(([, one]) => asRead(one)),
      );
    if (table === 'question_versions')
      versions.set(row.id ?? '', { document: storedIn(row.document), key: storedIn(row.key) });
    if (table === 'lesson_questions') pins.push(row);
  }
  for (const pin of pins.toSorted((one, other) => Number(one.place) - Number(other.place))) {
    const { document, key } = versions.get(pin.question_version_id ?? '') ?? {};
    const of = found.get(pin.lesson_version_id ?? '') ?? [];
    found.set(pin.lesson_version_id ?? '', of);
    const view = { ...(document as object), ...ofPlace(pin), id: pin.name, role: pin.role, number: Number(pin.number) };
    of.push(asRead({ view, key }));
  }
  return found;
}

/** What a place says otherwise than its question; in a copy `\N` is nothing. */
function ofPlace(pin: Record<string, string>): Record<string, number> {
  const told = (['seconds', 'points'] as const).filter((name) => /^\d/.test(pin[name] ?? ''));
  return Object.fromEntries(told.map((name) => [name, Number(pin[name])]));
}

function asRead(stored: unknown): unknown {
  const { schemaVersion, view, key } = stored as { schemaVersion?: number; view: object; key: unknown };
  const read = readQuestion({ ...(schemaVersion === undefined ? {} : { schemaVersion }), ...view }, key);
  return { ...read.document, key: read.key };
}

/** A question as it stood in a lesson: its public half, its key, and the version of the lesson's schema. */
function questionsIn(content: unknown, keys: unknown): [format: string, document: unknown][] {
  const { questions, schemaVersion } = content as { questions: { id: string }[]; schemaVersion?: number };
  const keyed = keys as Record<string, unknown>;
  return questions.map((view) => [
    'question',
    { ...(schemaVersion === undefined ? {} : { schemaVersion }), view, key: keyed[view.id] },
  ]);
}

/** A question as it stands by itself, with what its place in a lesson would say of it. */
function questionOf(document: unknown, key: unknown): unknown {
  const { schemaVersion, ...view } = document as { schemaVersion: number };
  return { schemaVersion, view: { ...view, id: 'question', role: 'check', number: 1 }, key };
}

/** The filled databases that were left here, the oldest first. */
export async function filledDatabases(): Promise<string[]> {
  const files = readdirSync(DATABASES).filter((name) => name.endsWith('.nabla'));
  const made = await Promise.all(files.map(async (name) => [await madeAt(path.join(DATABASES, name)), name] as const));
  return made.toSorted(([one], [other]) => one.localeCompare(other)).map(([, name]) => path.join(DATABASES, name));
}

async function madeAt(file: string): Promise<string> {
  for await (const line of linesOf(createReadStream(file).pipe(createGunzip())))
    return header.parse(JSON.parse(line.toString('utf8'))).madeAt;
  throw new Error(`${file} is empty`);
}

/** One document of each shape in a filled database, by format and shape. */
export async function documentsOf(file: string): Promise<Map<string, Map<string, Kept>>> {
  const found = new Map<string, Map<string, Kept>>();
  const from = path.basename(file, '.nabla');
  for await (const [table, row] of rowsOf(file))
    for (const [format, document] of documentsIn(table, row)) {
      const shapes = found.get(format) ?? new Map<string, Kept>();
      found.set(format, shapes);
      const shape = shapeOf(document);
      if (!shapes.has(shape)) shapes.set(shape, { from, document });
    }
  return found;
}
