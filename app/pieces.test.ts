/** Tables, dialogs, popovers and forms are made of the pieces that there are for them: read off the sources. */
import { describe, expect, it } from 'vitest';
import { lineAt, type Source, sources } from './_i18n/sources.ts';

/** What is not written by hand, where it may stand, and what to use instead. */
const PIECES: { pattern: RegExp; home: readonly string[]; instead: string }[] = [
  {
    pattern: /<(?:table|thead)(?=[\s>])/g,
    // that of a figure grows row by row, lights up and is pressed: a drawing of numbers
    home: ['app/_ui/table/table-frame.tsx', 'app/_features/figures/views/table.tsx'],
    instead: 'DataTable, or PlainTable for a few rows that nobody sorts',
  },
  { pattern: /<dialog(?=[\s>])/g, home: [], instead: 'SheetDialog, or useAsking' },
  {
    pattern: /(?<=\s)role=(?:"|\{')(?:alertdialog|dialog|grid|listbox|menu|table|tooltip)\b/g,
    home: [],
    instead: 'what Radix has for it',
  },
  { pattern: /(?<=\s)popover(?:Target)?(?=[\s=])/g, home: [], instead: 'Menu' },
  {
    pattern: /(?<=\s)type="file"/g,
    // a picture is pasted, dropped and picked where one writes, and seen before it is sent
    home: ['app/_ui/file-drop.tsx', 'app/_features/authoring/pictures/picture-sheet.tsx'],
    instead: 'FileDrop and FileField',
  },
];

/** One field has nothing that must be held together. */
const ONE_FIELD = 'one field';
/** Forms without use-typed-form.ts, each with its reason. */
const FORMS_BY_HAND: Record<string, string> = {
  'app/(admin)/admin/courses/[id]/editors/editors.tsx': ONE_FIELD,
  'app/(admin)/admin/courses/[id]/title-field.tsx': ONE_FIELD,
  'app/(teacher)/classes/[id]/grades/cell-panel.tsx': ONE_FIELD,
  'app/(teacher)/classes/[id]/history-item.tsx': ONE_FIELD,
  'app/(teacher)/live/[session]/host/more-panel.tsx': 'two forms of one field',
  'app/(teacher)/questions/chosen-bar.tsx': ONE_FIELD,
  'app/(teacher)/questions/tags.tsx': ONE_FIELD,
  'app/(teacher)/quizzes/[id]/suggest-form.tsx':
    'numbers and words that the browser checks: whatever they are, something is looked for',
  'app/_features/authoring/formula-sheet.tsx': 'one formula',
  'app/_features/authoring/pictures/picture-sheet.tsx': 'sends a file, and waits for it where it is told to put it in',
  'app/_features/authoring/question-form.tsx':
    'a text that is written as one types: nothing is sent, and the compiler says what is wrong',
  'app/_features/live/sayings.tsx': ONE_FIELD,
  'app/_features/regrading/regrade-form.tsx': 'a list of ticks: none of them can be wrong',
  'app/_features/bank/bank-search.tsx': ONE_FIELD,
  'app/_features/front/code-way.tsx': 'one field, and works without scripts',
  'app/_kinds/number/pad.tsx': ONE_FIELD,
  'app/account/saving-form.tsx': 'the frame of two forms, of which that of two fields has them',
  'app/join/join-form.tsx': 'one field a step',
  'app/play/[session]/work-pad.tsx': 'the field of a kind',
  'app/reset/[token]/reset-form.tsx': ONE_FIELD,
};
const FORM = /<form(?=[\s>])/;
const TYPED = /\buseTypedForm\(/;

function byHandIn({ file, text }: Source): string[] {
  return PIECES.filter(({ home }) => !home.includes(file)).flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map(
      (match) => `${file}:${lineAt(text, match.index)}: ${match[0]} (instead: ${instead})`,
    ),
  );
}

describe('pieces are used', () => {
  it.each([
    ['<table className="w-full">', '<DataTable label="a">'],
    ['<thead>', '<TableFrame heads={heads}>'],
    ['<dialog open>', '<Dialog.Root open>'],
    ['<div role="dialog">', 'document.querySelector(\'[role="dialog"]\')'],
    ["<div role={'menu'}>", '<div role="status">'],
    ['<div popover="auto">', '<Popover.Root>'],
    ['<button popoverTarget={id}>', '<Popover.Trigger className="a">'],
    ['<input type="file" />', '<FileField label="a" onFile={pick} />'],
  ])('%s is found, %s is not', (byHand, piece) => {
    expect(byHandIn({ file: 'app/a.tsx', text: byHand })).toHaveLength(1);
    expect(byHandIn({ file: 'app/a.tsx', text: piece })).toEqual([]);
  });

  const all = sources('app/**/*.tsx');

  it('for tables, dialogs and popovers in all of app/', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.flatMap(byHandIn)).toEqual([]);
  });

  it('in their own homes too, which are all there still', () => {
    for (const { pattern, home } of PIECES)
      for (const file of home)
        expect(all.find((one) => one.file === file)?.text, file).toMatch(new RegExp(pattern.source));
  });

  it('for forms, but for those on the list', () => {
    const byHand = all.filter(({ text }) => FORM.test(text) && !TYPED.test(text)).map(({ file }) => file);
    expect(byHand).toEqual(Object.keys(FORMS_BY_HAND).toSorted());
  });
});
