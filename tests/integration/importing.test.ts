/** Questions of other programs against a real database: nothing is written by looking, and what is ticked all at once or not at all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { importQuestions, lookAtFile } from '../../server/features/importing/commands.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(dismissCast);

const fileOf = (text: string): string => Buffer.from(text).toString('base64');
/** Nothing becomes the next version of something, and no quiz is made. */
const NONE = { replace: [], quizzes: [] };
const THREE = fileOf('One? {=a ~b}\n\nOnly text.\n\nThree? {#3:0.5}\n');

async function look(file: string) {
  const outcome = await lookAtFile(cast.teacher, { file });
  if (!outcome.ok || !('lines' in outcome.looked)) throw new Error(JSON.stringify(outcome));
  return outcome.looked;
}
const owned = () =>
  database().questionVersion.findMany({
    where: { question: { ownerId: cast.teacher.id } },
    orderBy: { source: 'asc' },
    select: { source: true, number: true, document: true },
  });

describe('a file of questions', () => {
  it('is looked at, and nothing is written', async () => {
    const { format, lines } = await look(THREE);
    expect([format, lines.map(({ taken, kind, known }) => [taken, kind, known])]).toEqual([
      'gift',
      [
        [true, 'choice', false],
        [false, null, false],
        [true, 'number', false],
      ],
    ]);
    expect(JSON.stringify(lines)).not.toContain('"key"');
    expect(await owned()).toEqual([]);
  });
  it('that cannot be read says why', async () => {
    expect(await lookAtFile(cast.teacher, { file: fileOf('Only words.') })).toMatchObject({
      ok: true,
      looked: { refused: { code: 'file.unknown' } },
    });
  });
  it('is taken as it was shown, or not at all', async () => {
    const { seen } = await look(THREE);
    const otherwise = { file: fileOf('One? {=a ~c}'), take: [0], ...NONE, seen };
    expect(await importQuestions(cast.teacher, otherwise)).toMatchObject({ ok: false, refused: 'changedMeanwhile' });
    // the second line cannot be taken: then the first is not either
    expect(await importQuestions(cast.teacher, { file: THREE, take: [0, 1], ...NONE, seen })).toMatchObject({
      ok: false,
      refused: 'badInput',
    });
    expect(await owned()).toEqual([]);
    expect(await importQuestions(cast.teacher, { file: THREE, take: [0, 2, 2], ...NONE, seen })).toEqual({
      ok: true,
      count: 2,
      quizzes: 0,
    });
    const made = await owned();
    expect(made.map(({ number, source }) => [number, source?.split('\n')[0]])).toEqual([
      [1, '::::check[One?]'],
      [1, '::::check[Three?]{kind=number}'],
    ]);
    expect(await database().auditEvent.count({ where: { action: 'question.import', actorId: cast.teacher.id } })).toBe(
      1,
    );
  });
  it('says what one has already', async () => {
    const { lines } = await look(THREE);
    expect(lines.map(({ known }) => known)).toEqual([true, false, true]);
  });
  it('that is not UTF-8 is taken in the encoding in which it was shown', async () => {
    const file = Buffer.from([...Buffer.from('Ile to '), 0xb9, ...Buffer.from('? {=a ~b}\n')]).toString('base64');
    const guessed = await look(file);
    expect([guessed.lines[0]?.title, guessed.remarks]).toEqual([
      'Ile to ¹?',
      [{ code: 'file.guessedEncoding', params: { encoding: 'windows-1252', samples: '¹' } }],
    ]);
    const chosen = await lookAtFile(cast.teacher, { file, encoding: 'windows-1250' });
    if (!chosen.ok || !('lines' in chosen.looked)) throw new Error(JSON.stringify(chosen));
    const { lines, seen } = chosen.looked;
    expect(lines[0]?.title).toBe('Ile to ą?');
    const taken = { file, take: [0], ...NONE, seen };
    expect(await importQuestions(cast.teacher, taken)).toMatchObject({ ok: false, refused: 'changedMeanwhile' });
    expect(await importQuestions(cast.teacher, { ...taken, encoding: 'windows-1250' })).toMatchObject({ ok: true });
    expect((await owned()).map(({ source }) => source?.split('\n')[0])).toContain('::::check[Ile to ą?]');
  });
  it('of five hundred questions is taken in one go', async () => {
    const many = fileOf(Array.from({ length: 500 }, (_, at) => `How much is ${at} + 1? {#${at + 1}}`).join('\n\n'));
    const { lines, seen } = await look(many);
    const take = lines.map((_, place) => place);
    expect(await importQuestions(cast.teacher, { file: many, take, ...NONE, seen })).toEqual({
      ok: true,
      count: 500,
      quizzes: 0,
    });
  });
});
