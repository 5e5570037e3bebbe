/** What is written for other programs, read again by our own readers: what comes back asks the same, and the same is right. */
import { describe, expect, it } from 'vitest';
import { eachKindWritten } from '../../../tests/support/each-kind-written.ts';
import { compileQuestion } from '../../lesson/compile-question.ts';
import type { Question, QuestionOf } from '../../question.ts';
import { previewOf } from '../preview.ts';
import { cellOf } from '../sheets/write.ts';
import { filesOf, PICTURE, PICTURE_BYTES } from '../testing/files-of.ts';
import type { OutFormat } from './formats.ts';
import type { Taken } from './item.ts';
import { writeExport } from './write.ts';

const sizes = { [PICTURE]: { width: 1, height: 1 } };
const sources = eachKindWritten(`picture:${PICTURE}`);

async function takenOf(source: string, more: Partial<Taken> = {}): Promise<Taken> {
  const compiled = await compileQuestion(source, 'q.md', sizes);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { question } = compiled;
  return {
    id: '0b51a3c4-1111-4222-8333-44445555666f',
    version: 1,
    title: question.title,
    tags: [],
    source,
    question,
    ...more,
  };
}

/** Written and read again: what was said of it, and what came of it. */
async function there(format: OutFormat, source: string, more: Partial<Taken> = {}) {
  const taken = await takenOf(source, more);
  const made = writeExport({
    format,
    title: null,
    questions: [taken],
    quizzes: [],
    misconceptions: [],
    pictures: new Set([PICTURE]),
  });
  const [line] = made.lines;
  const told = (line?.remarks ?? []).map(({ code }) => code);
  if (line?.written !== true) return { told, made, before: taken.question, read: undefined, question: undefined };
  const preview = await previewOf(filesOf(made));
  const [read] = preview.items;
  if (read === undefined) throw new Error('nothing came back');
  // a picture of ours is one of theirs now
  const held = Object.fromEntries(read.pictures.flatMap(({ id }) => (id === null ? [] : [[id, sizes[PICTURE]]])));
  const again = read.document === null ? undefined : await compileQuestion(read.document, 'q.md', held as typeof sizes);
  if (again !== undefined && !again.ok) throw new Error(JSON.stringify(again.problems));
  return { told, made, before: taken.question, read, question: again?.question };
}

/** Without what a picture's address and ours look like. */
const plainly = (html: string): string => html.replace(/<img[^>]*alt="([^"]*)"[^>]*>/g, '[$1]').replace(/\s+/g, ' ');
function options({ options: shown, key }: QuestionOf<'choice'>) {
  return shown.map(({ letter, html }) => ({
    html: plainly(html),
    right: key.correct.includes(letter),
    weight: key.weights?.[letter],
    note: plainly(key.notes[letter] ?? ''),
  }));
}
const of = <K extends Question['kind']>(question: Question | undefined, _kind: K): QuestionOf<K> => {
  if (question?.kind !== _kind) throw new Error(`it is ${question?.kind}`);
  return question as QuestionOf<K>;
};

const FORMATS: readonly OutFormat[] = ['gift', 'moodle-xml', 'qti-1.2', 'qti-2'];
/** Those that know nothing but Moodle's shares. */
const MOODLE: readonly OutFormat[] = ['gift', 'moodle-xml'];

describe.each(FORMATS)('what is written as %s', (format) => {
  it('keeps a choice: its text, maths, options, what is right and the words on what is wrong', async () => {
    const { before, question, read, told } = await there(format, sources.choice);
    const [one, other] = [of(before, 'choice'), of(question, 'choice')];
    const without = (all: ReturnType<typeof options>) => all.map(({ weight: _weight, ...rest }) => rest);
    // within an option QTI 2 has no paragraphs
    const inline = (all: ReturnType<typeof without>) =>
      format === 'qti-2' ? all.map((each) => ({ ...each, note: each.note.replace('</p> <p>', '<br> <br> ') })) : all;
    expect(without(options(other))).toEqual(inline(without(options(one))));
    expect([other.title, plainly(other.promptHtml)]).toEqual([one.title, plainly(one.promptHtml)]);
    expect(other.key.explanationHtml).toBe(one.key.explanationHtml);
    const lost = { 'qti-1.2': ['outNo.hints'], 'qti-2': ['outNo.hints'], 'moodle-xml': [] as string[] };
    if (format === 'gift') expect(told).toEqual(['out.picture', 'out.picture', 'outNo.points', 'outNo.hints']);
    else {
      expect(told).toEqual(lost[format as keyof typeof lost]);
      expect(read?.pictures.map(({ bytes }) => bytes)).toEqual([PICTURE_BYTES]);
      expect([other.points, other.key.hints]).toEqual([one.points, format === 'moodle-xml' ? one.key.hints : []]);
    }
  });

  it('says which question it was, where the format has room for that', async () => {
    const { read } = await there(format, sources.several);
    const origin = MOODLE.includes(format) ? { id: '0b51a3c4-1111-4222-8333-44445555666f', version: null } : null;
    expect(read?.origin).toEqual(origin);
  });

  it('keeps shares of several right options, a wrong one taking one back', async () => {
    const { question, told } = await there(format, sources.several);
    const other = of(question, 'choice');
    expect(told).toEqual([]);
    expect(other.key.correct).toEqual(['A', 'B']);
    if (format === 'qti-1.2') expect(other.credit).toBe('shares');
    else expect(options(other).map(({ weight }) => weight)).toEqual([0.5, 0.5, -0.5]);
  });

  it('keeps all or nothing, or says what becomes of it', async () => {
    const { told, question } = await there(format, sources.several.replace('credit=shares', 'credit=all'));
    const other = of(question, 'choice');
    const becomes = { 'qti-1.2': ['shares', ['out.allOrNothingShares']], 'qti-2': ['all', []] };
    if (format === 'qti-1.2' || format === 'qti-2') expect([other.credit, told]).toEqual(becomes[format]);
    else {
      expect(told).toEqual(['out.allOrNothing']);
      expect(options(other).map(({ weight }) => weight)).toEqual([0.5, 0.5, -1]);
    }
  });

  it('keeps shares of its own, and says which had to become another', async () => {
    const weighted =
      '::::check[Worth]\nPick.\n\n- [100%] All\n- [33.3%] A third\n- [-14%] Less\n\n:::explanation\nSo.\n:::\n::::\n';
    const { told, question } = await there(format, weighted);
    const weights = options(of(question, 'choice')).map(({ weight }) => weight);
    if (format === 'qti-1.2') {
      expect(of(question, 'choice')).toMatchObject({ multiple: false, key: { correct: ['A'] } });
      expect(told).toEqual(['out.onlyFull', 'out.negative']);
    } else if (format === 'qti-2') expect([weights, told]).toEqual([[1, 0.333, -0.14], []]);
    else expect([weights, told]).toEqual([[1, 0.333333, -0.142857], ['out.share']]);
  });

  it('keeps a number and its tolerance', async () => {
    const { told, before, question } = await there(format, sources.number);
    const { key, unit, promptHtml } = of(question, 'number');
    // the field by itself is no gap in the text
    expect(promptHtml).toBe(before.promptHtml);
    expect([key.value, key.tolerance.absolute]).toEqual([-2.4, 0.05]);
    expect([unit, told]).toEqual(
      format === 'moodle-xml' ? ['m', ['out.attributes']] : [null, ['out.attributes', 'outNo.unit']],
    );
  });

  it('writes a tolerance that is a share as what it comes to', async () => {
    const { told, question } = await there(format, sources.number.replace('relative: 0', 'relative: 0.01'));
    expect(of(question, 'number').key.tolerance).toEqual({ absolute: 0.074, relative: 0 });
    expect(told).toContain('out.relative');
  });

  it('keeps several accepted numbers: shares, words, wrong ones, and two ends', async () => {
    const { told, before, question } = await there(format, sources.numbers);
    const [one, other] = [of(before, 'number').key, of(question, 'number').key];
    const plainly = ({ others = [] }: typeof one) =>
      others.map(({ is, share, note }) => ({ is, share, words: note?.words }));
    expect([other.value, other.tolerance.absolute]).toEqual([one.value, one.tolerance.absolute]);
    if (!MOODLE.includes(format)) expect([plainly(other), told]).toEqual([plainly(one), []]);
    else {
      // Moodle's ranges hold both their ends, and its XML has no other form of them
      const is = format === 'gift' ? { low: 30, high: 31 } : { value: 30.5, tolerance: { absolute: 0.5, relative: 0 } };
      expect(plainly(other)).toEqual(plainly(one).map((each) => ('low' in each.is ? { ...each, is } : each)));
      expect(told).toEqual(['out.openEnd']);
    }
  });

  it('keeps a text that earns a part, and the words on it', async () => {
    const { told, before, question } = await there(format, sources.spellings);
    const [one, other] = [of(before, 'text').key, of(question, 'text').key];
    expect([other.accept, other.partly, other.notes, told]).toEqual([one.accept, one.partly, one.notes, []]);
  });

  it('keeps accepted texts, a star in one too, and the words on a wrong one', async () => {
    const { question, told } = await there(format, sources.text);
    const { accept, notes } = of(question, 'text').key;
    expect(accept).toEqual(['gradient', 'the * gradient']);
    const words = notes.map(({ text, words }) => [text, words]);
    expect(words).toEqual([['derivative', 'That is for one variable.']]);
    expect(told).toEqual([]);
  });

  it('keeps pairs and what belongs to none', async () => {
    const { before, question } = await there(format, sources.match);
    const pairs = ({ prompts, answers, key }: QuestionOf<'match'>) => [
      prompts.map(({ number, html }) => [html, answers.find(({ letter }) => letter === key.pairs[number])?.html]),
      answers.map(({ html }) => html).toSorted(),
    ];
    expect(pairs(of(question, 'match'))).toEqual(pairs(of(before, 'match')));
  });

  it('keeps tags, or says that it does not', async () => {
    const { read, told } = await there(format, sources.text, { tags: ['algebra', 'a]b \\ c'] });
    if (!MOODLE.includes(format)) expect(told).toContain('outNo.tags');
    else expect(read?.tags).toEqual(['algebra', 'a]b \\ c']);
  });

  it('keeps a title, whatever stands in it', async () => {
    const title = 'A :: b = {c} \\ <d> & “e” #1 ~';
    expect((await there(format, sources.text, { title })).read?.title).toBe(title);
  });

  it('says that what wrong answers reveal stays here', async () => {
    expect((await there(format, sources.telling)).told).toEqual(['out.misconceptions']);
  });

  it('writes one variant, and says which', async () => {
    const { told, question } = await there(format, sources.varied);
    expect(told).toEqual(['out.variant']);
    const { promptHtml, key } = of(question, 'number');
    expect([promptHtml.includes('2'), key.value]).toEqual([true, 5]);
    expect(key.tolerance).toEqual({ absolute: 0.000050001, relative: 0 });
  });

  it('refuses what it has nothing like, with the reason', async () => {
    const told = async (source: string) => (await there(format, source)).told;
    for (const kind of ['maths', 'matrix', 'set'] as const) expect(await told(sources[kind])).toEqual(['out.checker']);
    expect(await told(sources.blanks)).toEqual(['out.blanks']);
    if (format === 'qti-2')
      expect((await there(format, sources.open)).question).toMatchObject({ kind: 'open', form: 'poll' });
    else expect(await told(sources.open)).toEqual(['out.noPoll']);
    const free = sources.open.replace(/- \[ \] \w+\n/g, '');
    expect((await there(format, free)).read?.kind).toBe('open');
  });

  it('keeps signs of its own as what they are', async () => {
    const signs = [
      'a = b ~ c # d { e } f : g',
      '\\\\n and \\\\',
      'x < y & z > w',
      '"quoted" \'so\'',
      ']]> --> <b>',
      '%50% = ->',
    ];
    for (const sign of signs) {
      const source = sources.choice.replace('Along = it ~ {here}', sign.replace(/[<>&*_[\]]/g, '\\$&'));
      const { before, question } = await there(format, source);
      expect(options(of(question, 'choice'))[1]?.html, sign).toBe(options(of(before, 'choice'))[1]?.html);
    }
  });
});

describe('an order', () => {
  it.each(['moodle-xml', 'qti-1.2', 'qti-2'] as const)('is kept by %s', async (format) => {
    const { before, question } = await there(format, sources.order);
    const sorted = ({ items, key }: QuestionOf<'order'>) =>
      items
        .toSorted((one, other) => (key.places[one.letter] ?? 0) - (key.places[other.letter] ?? 0))
        .map(({ html }) => html);
    expect(sorted(of(question, 'order'))).toEqual(sorted(of(before, 'order')));
  });
});

describe('Moodle XML', () => {
  it('keeps a function whose tests print numbers', async () => {
    const numbers = sources.function.replace(`call: ["a'b"]`, 'call: [[1, -2.5, true, null]]').replace(`"a'ba'b"`, '4');
    const { before, question } = await there('moodle-xml', numbers);
    const tests = ({ key }: QuestionOf<'function'>) =>
      key.tests.map(({ visible, arguments: given, expect: wanted }) => [visible, given, wanted]);
    const [one, other] = [of(before, 'function'), of(question, 'function')];
    expect(tests(other)).toEqual(tests(one));
    expect([other.entry, other.starter, other.key.solution]).toEqual([one.entry, one.starter, one.key.solution]);
    expect((await there('moodle-xml', sources.function)).told).toEqual(['out.printedText']);
    expect((await there('gift', numbers)).told).toEqual(['out.noCode']);
  });
});

describe('a sheet', () => {
  it('keeps options and what is right', async () => {
    const { question, told } = await there('csv', sources.several.replace('credit=shares', 'credit=all'));
    expect(options(of(question, 'choice')).map(({ html, right }) => [html, right])).toEqual([
      ['2', true],
      ['4', true],
      ['5', false],
    ]);
    expect([of(question, 'choice').credit, told]).toEqual(['all', ['outNo.feedback']]);
  });
  it('keeps accepted texts and polls, and says what it has nothing like', async () => {
    expect(of((await there('csv', sources.text)).question, 'text').key.accept).toEqual(['gradient', 'the * gradient']);
    expect((await there('csv', sources.open)).question).toMatchObject({ kind: 'open', form: 'poll' });
    expect((await there('csv', sources.order)).told).toEqual(['out.noSequence']);
    expect((await there('csv', sources.match)).told).toEqual(['out.noPairs']);
    expect((await there('csv', sources.number)).told).toContain('out.tolerance');
    const several = await there('csv', sources.numbers.replace('below: 31', 'to: 30'));
    expect(of(several.question, 'text').key.accept).toEqual(['12', '30']);
    expect(several.told).toEqual(['out.partly', 'out.tolerance', 'outNo.feedback']);
  });
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''=1", '＝1', ' =1'])(
    'never runs %j, and keeps it',
    async (text) => {
      const cell = cellOf(text);
      expect(cell).toMatch(/^"?'/);
      const { readCsv } = await import('../sheets/table.ts');
      expect(readCsv(`a,b\r\n${cell},c\r\n`)?.rows[1]?.[0]).toBe(text);
    },
  );
  it('holds numbers, lines and quotes as they are', () => {
    expect(['-2.4', '+3', 'a,b', 'a"b', 'a\nb', 'a'].map(cellOf)).toEqual([
      '-2.4',
      '+3',
      '"a,b"',
      '"a""b"',
      '"a\nb"',
      'a',
    ]);
  });
});
