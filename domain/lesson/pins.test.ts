/** Questions of a bank in a lesson: the lines that pin them, what they stand for, and what is wrong with them. */
import { describe, expect, it } from 'vitest';
import { compileLesson } from './compile.ts';
import { compileQuestion } from './compile-question.ts';
import { check, exercise, fence, lessonOf } from './example.ts';
import { movePins, pinsIn } from './pin-lines.ts';
import type { Bank } from './pins.ts';

const REF = '0b51c9b4-8a3f-4c1e-9d53-0f6a2f1f7c11';
const OTHER = '7f51c9b4-8a3f-4c1e-9d53-0f6a2f1f7c22';
const OPTIONS = 'Which?\n\n- [x] one\n- [ ] two';

async function banked(source: string): Promise<Bank[string]> {
  const compiled = await compileQuestion(source, 'question.md');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { id: _id, role: _role, number: _number, key, ...document } = compiled.question;
  return { document, key } as Bank[string];
}
const NUMBER = exercise(fence('yaml answer', 'value: 4'), 'kind=number');
const bank = async (): Promise<Bank> => ({
  [`${REF}@2`]: await banked(check(OPTIONS, '[Down]')),
  [`${OTHER}@1`]: await banked(NUMBER),
});
async function toldOf(body: string, of: Bank = {}): Promise<string[]> {
  const compiled = await compileLesson(lessonOf(body), 'lesson.md', of);
  return compiled.ok ? [] : compiled.problems.map(({ code }) => code);
}

describe('a pinned question', () => {
  it('is asked at its place, under its id there, counted among its like', async () => {
    const body = [
      check(OPTIONS),
      `::question[Down]{#downhill ref=${REF} version=2 as=check}`,
      `::question{#sum ref=${OTHER} version=1}`,
      'After it.',
    ];
    const compiled = await compileLesson(lessonOf(body.join('\n\n')), 'lesson.md', await bank());
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    expect(
      compiled.lesson.questions.map(({ id, kind, role, number, title }) => [id, kind, role, number, title]),
    ).toEqual([
      ['some-check', 'choice', 'check', 1, 'Title'],
      ['downhill', 'choice', 'check', 2, 'Down'],
      ['sum', 'number', 'exercise', 1, 'Title'],
    ]);
    expect(compiled.lesson.body.map(({ type }) => type)).toEqual(['question', 'question', 'question', 'html']);
    expect(compiled.pins).toEqual({
      downhill: { ref: REF, version: 2, seconds: null, points: null },
      sum: { ref: OTHER, version: 1, seconds: null, points: null },
    });
    expect(compiled.lesson.questions[1]?.key).toMatchObject({ correct: ['A'] });
  });

  it('has an anchor like any other question', async () => {
    const body = `[see](#downhill)\n\n::question{#downhill ref=${REF} version=2}`;
    expect(await toldOf(body, await bank())).toEqual([]);
  });

  it.each([
    ['has no version that may be used', `::question{#a ref=${REF} version=3}`, ['pin.unknown']],
    ['has no id', `::question{ref=${REF} version=2}`, ['pin.noId']],
    ['has a broken id', `::question{#1a ref=${REF} version=2}`, ['attribute.id']],
    ['names no question', '::question{#a ref=abc version=2}', ['pin.ref']],
    ['names no version', `::question{#a ref=${REF}}`, ['pin.version']],
    ['names version 0', `::question{#a ref=${REF} version=0}`, ['pin.version']],
    ['is neither exercise nor check', `::question{#a ref=${REF} version=2 as=test}`, ['pin.as']],
    ['says what is not known', `::question{#a ref=${REF} version=2 attempts=3}`, ['attribute.unknown']],
    ['is asked twice', `::question{#a ref=${REF} version=2}\n\n::question{#b ref=${REF} version=2}`, ['pin.twice']],
    [
      'stands in another block',
      `:::figure{name=tangent}\nA\n\n::question{#a ref=${REF} version=2}\n:::`,
      ['directive.stray'],
    ],
    [
      'has the id of another',
      `${check(OPTIONS, '[T]{#a}')}\n\n::question{#a ref=${REF} version=2}`,
      ['question.sameId'],
    ],
  ])('is told where it %s', async (_what, line, codes) => {
    expect(await toldOf(line, await bank())).toEqual(codes);
  });
});

describe('the pins of a source', () => {
  const source = `Text\n\n::question{#a ref=${REF.toUpperCase()} version="2"}\n\n::question{#b ref=${REF} version=2}\n::question{#c ref=x version=1}\n\`::question{ref=${OTHER} version=1}\``;

  it('are found once each, before it is compiled', () => {
    expect(pinsIn(source)).toEqual([{ ref: REF, version: 2 }]);
    expect(pinsIn('')).toEqual([]);
  });

  it('are moved to another version, and nothing else is changed', () => {
    const moved = movePins(source, { ref: REF, version: 12 });
    expect(pinsIn(moved)).toEqual([{ ref: REF, version: 12 }]);
    expect(moved.replaceAll('12', '2')).toBe(source);
    expect(movePins(source, { ref: OTHER, version: 12 })).toBe(source);
  });
});

describe('a question by itself', () => {
  it('needs no id, and is told what is wrong with it', async () => {
    expect(await compileQuestion(NUMBER, 'q.md')).toMatchObject({
      ok: true,
      question: { kind: 'number', title: 'Title' },
    });
    const codes = async (source: string): Promise<string[]> => {
      const compiled = await compileQuestion(source, 'q.md');
      return compiled.ok ? [] : compiled.problems.map(({ code }) => code);
    };
    expect(await codes('')).toEqual(['question.alone']);
    expect(await codes(`${NUMBER}\n\nand more`)).toEqual(['question.alone']);
    expect(await codes(`::question{#a ref=${REF} version=2}`)).toEqual(['question.alone']);
    expect(await codes(':::figure{name=tangent}\nA\n:::')).toEqual(['directive.unknown']);
    expect(await codes(check(OPTIONS, '[T]').replace('Because.', '[see](#elsewhere)'))).toEqual(['link.anchor']);
  });
});
