import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlug, LONGEST_SLUG, slugOf } from './slug.ts';
import { slug } from './typed-slug.ts';

describe('the slug of a title', () => {
  it.each([
    ['Gradients & Derivatives', 'gradients-derivatives'],
    ['Übungen: Größe und Maß', 'uebungen-groesse-und-mass'],
    ['Crème brûlée à l’école', 'creme-brulee-a-lecole'],
    ['Øresund, Łódź, Đà Nẵng', 'oresund-lodz-da-nang'],
    ['İstanbul’da ışık', 'istanbulda-isik'],
    ['Производные функции', 'proizvodnye-funktsii'],
    ['Εισαγωγή στην Ανάλυση', 'eisagogi-stin-analysi'],
    ['Й и й', 'i-i-i'],
    ['U\u0308bung', 'uebung'],
    ['２０２４ 試験', 'lesson-2024'],
    ['梯度与导数', 'lesson'],
    ['المشتقات', 'lesson'],
    ['2nd order', 'lesson-2nd-order'],
    ['ﬁnite', 'finite'],
    ['— ∂f/∂x —', 'f-x'],
    ['🙂', 'lesson'],
  ])('%s is %s', (title, made) => {
    expect(slugOf(title, 'lesson')).toBe(made);
  });

  it('is one that may be typed as well, whatever the title, and stays as it is when it is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const made = slugOf(title, 'level');
        expect(made.length).toBeLessThanOrEqual(LONGEST_SLUG);
        expect(slug.parse(made)).toBe(made);
      }),
    );
  });
});

describe('a slug that is typed', () => {
  it('is put right where it is meant as one', () => {
    expect(slug.parse(' Größe und Maß ')).toBe('groesse-und-mass');
  });
  it.each(['', '   ', '123', '梯度', '///'])('does not fit where nothing is left of it: %j', (typed) => {
    expect(slug.safeParse(typed).success).toBe(false);
  });
});

it('a slug that somebody has gets a number, and stays short enough', () => {
  const taken = new Set(['a', 'a-2', 'x'.repeat(LONGEST_SLUG)]);
  const has = (one: string): boolean => taken.has(one);
  expect(freeSlug('b', has)).toBe('b');
  expect(freeSlug('a', has)).toBe('a-3');
  expect(freeSlug('x'.repeat(LONGEST_SLUG), has)).toBe(`${'x'.repeat(LONGEST_SLUG - 2)}-2`);
});
