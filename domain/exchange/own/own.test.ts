import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { eachKindWritten } from '../../../tests/support/each-kind-written.ts';
import { compileQuestion } from '../../lesson/compile-question.ts';
import { USUAL_QUIZ } from '../../quiz/settings.ts';
import type { OutFile } from '../out/file.ts';
import { previewOf } from '../preview.ts';
import { PICTURE, PICTURE_BYTES } from '../testing/files-of.ts';
import { type OwnQuestion, slugOf, writeOwn } from './write.ts';

const sources = eachKindWritten(`picture:${PICTURE}`);
const questions = Object.entries(sources).map(
  ([name, source], index): OwnQuestion => ({
    id: `00000000-0000-4000-8000-0000000001${index.toString(16).padStart(2, '0')}`,
    version: index + 1,
    title: name,
    tags: index % 2 === 0 ? ['algebra', `tag ${index}`] : [],
    source: index === 1 ? `\uFEFF${source.replaceAll('\n', '\r\n')}` : source,
  }),
);
const quizzes = [
  {
    title: 'A “quiz”',
    settings: {
      live: { ...USUAL_QUIZ.live, speed: true, showNames: false },
      homework: { ...USUAL_QUIZ.homework, minutes: 20, shuffleQuestions: true, answers: 'afterClosing' as const },
    },
    questions: [
      { question: 2, name: 'down', seconds: 30, points: null },
      { question: 0, name: 'q1', seconds: null, points: 5 },
    ],
  },
];
const misconceptions = [{ id: 'uphill', name: 'Uphill', words: 'It goes *down*.' }];
const all = new Set([PICTURE]);

function zipOf(files: readonly OutFile[], change: (entries: Record<string, Uint8Array>) => void = () => undefined) {
  const entries = Object.fromEntries(
    files.map(({ path, parts }) => [path, typeof parts[0] === 'string' ? strToU8(parts.join('')) : PICTURE_BYTES]),
  );
  change(entries);
  return zipSync(entries);
}
const textsOf = (files: readonly OutFile[]) => files.map(({ path, parts }) => [path, parts]);

describe('a zip of our own', () => {
  it('has questions of every kind', async () => {
    for (const [name, source] of Object.entries(sources)) {
      const compiled = await compileQuestion(source, name, { [PICTURE]: { width: 1, height: 1 } });
      expect(compiled.ok, `${name}: ${JSON.stringify(compiled.ok ? '' : compiled.problems)}`).toBe(true);
    }
  });

  it('is read as it was written, and written again it is the same to the letter', async () => {
    const files = writeOwn(questions, { title: 'All', quizzes, misconceptions, pictures: all });
    const read = await previewOf(zipOf(files));
    expect(read.items.map(({ taken, remarks }) => [taken, remarks])).toEqual(questions.map(() => [true, []]));
    expect(read).toMatchObject({ format: 'nabla', title: 'All', remarks: [] });
    expect(read.items.map(({ tags }) => tags)).toEqual(questions.map(({ tags }) => tags));
    expect(read.items.map(({ origin }) => origin)).toEqual(questions.map(({ id, version }) => ({ id, version })));
    // elsewhere, under other addresses
    const other = '99999999-9999-4999-8999-999999999999';
    const again = read.items.map(
      ({ document, pictures, tags }, index): OwnQuestion => ({
        ...(questions[index] as OwnQuestion),
        tags,
        source: pictures.reduce((text, { id }) => text.replaceAll(`picture:${id}`, `picture:${other}`), document ?? ''),
      }),
    );
    const back = read.quizzes.map(({ title, settings, questions: asked }) => ({
      title,
      settings,
      questions: asked.map(({ item, ...one }) => ({ question: item, ...one })),
    }));
    expect(read.quizzes.map(({ settings }) => settings)).toEqual(quizzes.map(({ settings }) => settings));
    const second = writeOwn(again, {
      title: 'All',
      quizzes: back,
      misconceptions: read.misconceptions,
      pictures: new Set([other]),
    });
    const renamed = textsOf(files).map(([path, parts]) => [
      path,
      JSON.parse(JSON.stringify(parts).replaceAll(PICTURE, other)),
    ]);
    expect(textsOf(second)).toEqual(renamed);
  });

  it('can be read and changed by a person', () => {
    const files = writeOwn(questions, { title: null, quizzes: [], misconceptions: [], pictures: all });
    expect(files.slice(0, 3).map(({ path }) => path)).toEqual([
      'nabla.json',
      'questions/001-choice.md',
      'questions/002-several.md',
    ]);
    expect(files.at(-1)).toEqual({
      path: 'pictures/001-choice-1.webp',
      parts: [{ picture: PICTURE, as: 'bytes' }],
    });
    expect(files[1]?.parts[0]).toContain('![The graph of x²](../pictures/001-choice-1.webp)');
    expect([slugOf('Über $x^2$: “so”?'), slugOf('漢字'), slugOf('a'.repeat(80)).length]).toEqual([
      'uber-x-2-so',
      'question',
      50,
    ]);
  });

  it('keeps a text that speaks of such a file as a text', async () => {
    const [first] = questions;
    if (first === undefined) throw new Error('there is none');
    const source = first.source.replace('Look at', '`../pictures/001-choice-1.webp` and picture:nothing. Look at');
    const files = writeOwn([{ ...first, source }], { title: null, quizzes: [], misconceptions: [], pictures: all });
    const { items } = await previewOf(zipOf(files));
    const [item] = items;
    expect(item?.document?.replaceAll(`picture:${item.pictures[0]?.id}`, `picture:${PICTURE}`)).toBe(source);
  });

  it('is taken in the folder that somebody zipped, and with a file that the manifest does not name', async () => {
    const files = writeOwn(questions.slice(0, 1), { title: null, quizzes: [], misconceptions: [], pictures: all });
    const { items } = await previewOf(
      zipOf(files, (entries) => {
        entries['questions/by-hand.md'] = strToU8(sources.text);
        for (const [name, bytes] of Object.entries(entries)) {
          delete entries[name];
          entries[`mine/${name}`] = bytes;
        }
      }),
    );
    expect(items.map(({ title, taken, origin }) => [title, taken, origin?.version])).toEqual([
      ['Which way is down?', true, 1],
      ['A name', true, undefined],
    ]);
  });

  it('says of a quiz how it is played and given, and reads what was written before it did, or by hand', async () => {
    const files = writeOwn(questions.slice(0, 1), { title: null, quizzes: [], misconceptions: [], pictures: all });
    const read = async (manifest: object) => {
      const zip = zipOf(files, (entries) => {
        entries['nabla.json'] = strToU8(
          JSON.stringify({ questions: [{ file: 'questions/001-choice.md' }], ...manifest }),
        );
      });
      return (await previewOf(zip)).quizzes.map(({ settings }) => settings);
    };
    const quiz = { title: 'Ten minutes', questions: [{ file: 'questions/001-choice.md' }] };
    expect(await read({ nabla: 1, quizzes: [quiz] })).toEqual([USUAL_QUIZ]);
    const byHand = { ...quiz, settings: { live: { streak: true } } };
    expect(await read({ nabla: 2, quizzes: [byHand] })).toEqual([
      { ...USUAL_QUIZ, live: { ...USUAL_QUIZ.live, streak: true } },
    ]);
    await expect(read({ nabla: 2, quizzes: [{ ...quiz, settings: { live: { loud: true } } }] })).rejects.toMatchObject({
      remark: { code: 'own.manifest', params: { where: 'quizzes.0.settings.live' } },
    });
  });

  it('says what is wrong with it', async () => {
    const files = writeOwn(questions.slice(0, 2), { title: null, quizzes: [], misconceptions: [], pictures: all });
    const told = async (change: (entries: Record<string, Uint8Array>) => void) =>
      (await previewOf(zipOf(files, change))).items.map(({ remarks }) => remarks.map(({ code }) => code));
    const refused = (manifest: unknown) =>
      expect(
        previewOf(
          zipOf(files, (entries) => {
            entries['nabla.json'] = strToU8(JSON.stringify(manifest));
          }),
        ),
      ).rejects;
    await refused({ nabla: 99 }).toMatchObject({ remark: { code: 'own.newer' } });
    await refused({ nabla: 1, questions: [{ file: 3 }] }).toMatchObject({
      remark: { code: 'own.manifest', params: { where: 'questions.0.file' } },
    });
    await refused('no').toMatchObject({ remark: { code: 'own.manifest' } });
    expect(await told((entries) => delete entries['questions/001-choice.md'])).toEqual([['own.missing'], []]);
    expect(
      await told((entries) => {
        entries['questions/001-choice.md'] = Uint8Array.from([0xff, 0xfe, 0x00]);
      }),
    ).toEqual([['own.encoding'], []]);
    expect(await told((entries) => delete entries['pictures/001-choice-1.webp'])).toEqual([['item.check'], []]);
    expect(
      await told((entries) => {
        entries['pictures/001-choice-1.webp'] = strToU8('no picture');
      }),
    ).toEqual([['picture.unknown'], []]);
  });
});
