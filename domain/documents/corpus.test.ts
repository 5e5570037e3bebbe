/** Every shape of a document that was ever stored (tests/fixtures/documents/) is read by the code of today. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentsOf, filledDatabases } from '../../tests/filled/documents.ts';
import { type Kept, shapeOf } from '../../tests/filled/shapes.ts';
import { answer } from '../answer.ts';
import { wholeQuestion } from '../lesson/compiled.ts';
import type { QuestionDocument } from '../lesson/pins.ts';
import type { QuestionView } from '../question.ts';
import { documentFormat, type Fields, fieldsIn, NewerDocument } from './format.ts';
import {
  answerDocument,
  lessonDocument,
  questionDocument,
  readQuestion,
  stateDocument,
  verdictDocument,
} from './formats.ts';

const FOLDER = path.join(import.meta.dirname, '../../tests/fixtures/documents');
/** Filled databases from when no document said its version. */
const BEFORE_VERSIONS = ['57e7824', 'aae6883', '554f2d2'];
const keptOf = (format: string): Kept[] => JSON.parse(readFileSync(path.join(FOLDER, `${format}.json`), 'utf8'));
const named = (format: string) => keptOf(format).map((one, at) => [`${at + 1}, of ${one.from}`, one.document] as const);

/** A question as it stands in a lesson. */
function questionIn(document: unknown) {
  const { view, key, ...version } = fieldsIn(document);
  const read = readQuestion({ ...version, ...fieldsIn(view) }, key);
  return wholeQuestion(read.document as QuestionView, read.key);
}

describe('documents as they were stored', () => {
  it.each(named('answer'))('answer %s', (_, document) => {
    const read = answerDocument.read(document);
    expect(answer.parse(read)).toEqual(read);
    expect(answerDocument.read(answerDocument.write(read))).toEqual(read);
  });
  it.each(named('verdict'))('verdict %s', (_, document) => {
    const read = verdictDocument.read(document);
    expect(verdictDocument.read(verdictDocument.write(read))).toEqual(read);
  });
  it.each(named('state'))('state of a live session %s', (_, document) => {
    const read = stateDocument.read(document);
    expect(stateDocument.read(stateDocument.write(read))).toEqual(read);
  });
  it.each(named('question'))('question %s', (_, document) => {
    const { key, ...view } = questionIn(document);
    const { schemaVersion, ...written } = questionDocument.write(view);
    expect(questionIn({ schemaVersion, view: written, key })).toEqual({ ...view, key });
  });

  it('say their version since there are any', () => {
    const told = readdirSync(FOLDER)
      .flatMap((file) => keptOf(path.basename(file, '.json')))
      .filter(({ from }) => !BEFORE_VERSIONS.includes(from));
    expect(told.length).toBeGreaterThan(80);
    for (const { from, document } of told)
      expect(document, from).toEqual(expect.objectContaining({ schemaVersion: expect.any(Number) }));
  });

  it('are one of each shape that stands in a filled database', async () => {
    const formats = readdirSync(FOLDER).map((name) => path.basename(name, '.json'));
    const known = new Map(formats.map((one) => [one, new Set(keptOf(one).map((kept) => shapeOf(kept.document)))]));
    for (const database of await filledDatabases())
      for (const [format, shapes] of await documentsOf(database))
        expect(
          [...shapes.keys()].filter((shape) => known.get(format)?.has(shape) !== true),
          `${path.basename(database)}: npm run documents`,
        ).toEqual([]);
  });
});

describe('a key', () => {
  /** A later version, in which notes have names. */
  const later = documentFormat(
    'question',
    [
      (question) => ({ ...question, credit: 'shares' }),
      (question) =>
        question.key === undefined ? question : { ...question, key: { ...fieldsIn(question.key), notes: 'named' } },
    ],
    (fields: Fields) => fields as QuestionDocument,
  );
  const document = { schemaVersion: 2, kind: 'choice' };

  it('is brought up to date with the document that it belongs to', () => {
    expect(readQuestion(document, { correct: ['A'], notes: {} }, later)).toEqual({
      document: { kind: 'choice' },
      key: { correct: ['A'], notes: 'named' },
    });
    expect(readQuestion({ ...document, schemaVersion: 3 }, { notes: {} }, later).key).toEqual({ notes: {} });
  });
  it('stays out of what is read without it', () => {
    expect(later.read(document)).toEqual({ kind: 'choice' });
  });
  it('is not guessed at where the document is of a later version, or none', () => {
    expect(() => readQuestion({ ...document, schemaVersion: 9 }, {}, later)).toThrow(NewerDocument);
    expect(() => readQuestion(null, {}, later)).toThrow(TypeError);
  });
});

describe('a document of a later version', () => {
  it.each([answerDocument, verdictDocument, stateDocument, lessonDocument, questionDocument])(
    'is not guessed at',
    (format) => {
      expect(() => format.read({ schemaVersion: format.version + 1 })).toThrow(NewerDocument);
      expect(() => format.trust({ schemaVersion: format.version + 1 })).toThrow(/start the later version again/);
    },
  );
  it('and what is no document is refused', () => {
    for (const none of [null, 'text', [1], { schemaVersion: 0 }, { schemaVersion: 'two' }])
      expect(() => answerDocument.read(none)).toThrow(TypeError);
  });
});
