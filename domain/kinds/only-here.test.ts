/**
 * What is particular to a kind of question stands in its folder. Nowhere else is it asked of which kind a question or an answer is,
 * neither by its name nor by the fields that it has: a new kind would have to be looked for there.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSchemas } from '../answer.ts';
import { question } from '../question.ts';
import { KINDS } from './kinds.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** The kinds themselves; and what comes from before answers said their kind. */
const HOME = /^(?:domain\/kinds|app\/_kinds)\/|^domain\/documents\/(?:answer|question)-steps\.ts$|\.test\.tsx?$/;
/** Other things have a kind of such a name too: tokens of formulas, values and marks of figures, arguments of calls, what is expected of them, exports of WebAssembly. */
const OTHER_KINDS =
  /^domain\/(?:maths|figures)\/|^app\/_features\/figures\/|^domain\/judging\/(?:call-text|expected)\.ts$|^workers\/python\/exports\.ts$/;
/** Fields that not every question or not every answer has, so that one could tell a kind by them. */
const FIELDS = particular([
  ...question.options.map(({ shape }) => [...Object.keys(shape), ...Object.keys(shape.key.shape)]),
  ...Object.values(answerSchemas).map(({ shape }) => Object.keys(shape)),
]);
/** What else is asked for such a field: errors of Node and PostgreSQL, what an author wrote in YAML, an entry of an outbox. */
const OTHER_OBJECTS = ['error', 'written', 'stored'];

function particular(forms: string[][]): string[] {
  const counts = new Map<string, number>();
  for (const field of forms.flat()) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts].flatMap(([field, count]) => (count < question.options.length ? [field] : []));
}

const names = KINDS.join('|');
const fields = FIELDS.join('|');
const ASKS = [
  new RegExp(`kind\\)?\\s*[!=]==?\\s*['"](?:${names})['"]`),
  new RegExp(`['"](?:${names})['"]\\s*[!=]==?\\s*[\\w.?]*kind\\b`),
  new RegExp(`['"](?:${names})['"]\\]\\)?\\.(?:includes|has)\\(`),
  new RegExp(`case ['"](?:${names})['"]:`),
  new RegExp(`['"](?:${fields})['"] in (?!(?:${OTHER_OBJECTS.join('|')})\\b)`),
  // in a statement
  new RegExp(`\\b(?:answer|document|key)"? *(?:\\?|->>?) *'(?:${fields})'(?! *:)`),
  /->> *'kind'\)? *(?:=|<>|!=|in\b)/,
  /switch \([^)]*(?:question|answer|asked|given|view)\w*\??\.kind\)/,
];

/** Lines of a source that ask of which kind something is. */
function asksIn(source: string): string[] {
  return source
    .split('\n')
    .flatMap((line, at) => (ASKS.some((one) => one.test(line)) ? [`${at + 1}: ${line.trim()}`] : []));
}

describe('of which kind a question or an answer is', () => {
  const files = globSync('{app,db,domain,launch,server,tools,workers}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
    (file) => !HOME.test(file) && !OTHER_KINDS.test(file) && !file.startsWith('db/generated/'),
  );
  it('is asked nowhere but in the folders of the kinds', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(
      files.flatMap((file) => asksIn(readFileSync(path.join(ROOT, file), 'utf8')).map((one) => `${file}:${one}`)),
    ).toEqual([]);
  });
  it.each([
    `if (question.kind === 'choice') return`,
    `switch (asked.kind) {`,
    `case 'maths':`,
    `'choices' in answer ? answer.choices : []`,
    `answer.kind !== "number"`,
    `if ('open' === question.kind) return`,
    `['text', 'number'].includes(kind)`,
    `new Set(['match', 'order']).has(answer.kind)`,
    `'entries' in answer`,
    `'truths' in question.key`,
    `where s.answer ? 'code'`,
    `where answer->>'kind' = 'open'`,
  ])('is found where it is asked: %s', (line) => expect(asksIn(line)).toHaveLength(1));
});
