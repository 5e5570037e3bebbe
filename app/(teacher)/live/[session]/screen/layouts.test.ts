/** Which layout the wall takes, by what is measured of each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLayout, hasLongLine, LAYOUTS, type Layout, worthTelling } from './layouts.ts';

const never = { pages: 3, tooWide: true };

describe('the wall', () => {
  it('takes the roomiest layout in which all can be seen', () => {
    expect(chooseLayout(() => ({ pages: 1, tooWide: false })).layout).toBe(LAYOUTS[0]);
    const fits = (one: Layout) => one.flow === 'columns' && one.prompt === 48;
    expect(chooseLayout((one) => (fits(one) ? { pages: 1, tooWide: false } : never)).layout).toMatchObject({
      flow: 'columns',
      prompt: 48,
    });
  });

  it('takes two columns a page where no line is cut, and one where two would cut it', () => {
    const pages = (one: Layout) => (one.flow !== 'pages' ? 2 : one.columns === 2 ? 2 : 4);
    expect(chooseLayout((one) => ({ pages: pages(one), tooWide: false }))).toMatchObject({
      layout: { flow: 'pages', columns: 2 },
      pages: 2,
    });
    expect(chooseLayout((one) => ({ pages: pages(one), tooWide: one.columns === 2 }))).toMatchObject({
      layout: { flow: 'pages', columns: 1 },
      pages: 4,
    });
  });

  it('never shows anything in smaller type than the last row can read, whatever is measured', () => {
    for (const { prompt, text, code } of LAYOUTS) expect([prompt >= 48, text >= 36, code >= 36]).not.toContain(false);
  });

  it('always comes to a layout, and to several pages only where it turns them', () => {
    const measured = fc.record({ pages: fc.integer({ min: 1, max: 9 }), tooWide: fc.boolean() });
    fc.assert(
      fc.property(fc.array(measured, { minLength: LAYOUTS.length, maxLength: LAYOUTS.length }), (all) => {
        const { layout, pages } = chooseLayout((one) => all[LAYOUTS.indexOf(one)] ?? never);
        expect(LAYOUTS).toContain(layout);
        if (pages > 1) expect(layout.flow).toBe('pages');
      }),
    );
  });
});

it('several walls agree on the most pages that one of them needs, also when they change, and then are silent', () => {
  const walls = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(walls, walls, (before, after) => {
      let known = 1;
      const told = before.map(() => 1);
      for (const needs of [before, before.map((own, index) => after[index] ?? own)]) {
        let spoken = 0;
        for (let silent = 0; silent < needs.length; ) {
          silent = 0;
          for (const [index, own] of needs.entries()) {
            if (!worthTelling({ own, known, told: told[index] ?? 1 })) silent += 1;
            else [known, told[index], spoken] = [own, own, spoken + 1];
          }
          expect(spoken).toBeLessThan(20);
        }
        expect(known).toBeGreaterThanOrEqual(Math.max(...needs));
      }
    }),
  );
});

it('code has a long line from 81 signs on, blanks at its end not counted', () => {
  expect([80, 81].map((length) => hasLongLine(`x\n${'y'.repeat(length)}`))).toEqual([false, true]);
  expect(hasLongLine(`${'y'.repeat(80)}     `)).toBe(false);
});
