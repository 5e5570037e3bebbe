/** Refusals whose words are filled in are said with what fills them: without it a page shows their code. Read off the sources. */
import { expect, it } from 'vitest';
import refusals from '../../messages/en/refusals.json' with { type: 'json' };
import { sources } from './sources.ts';

const FILLED = new Set(Object.entries(refusals).flatMap(([code, words]) => (words.includes('{') ? [code] : [])));
const TRANSLATOR = /const (\w+) = (?:await )?(?:use|get)Translations\('refusals'\)/g;

/** Refusals that a source says without anything to fill them in. */
function unfilled(text: string): string[] {
  const names = [...text.matchAll(TRANSLATOR)].map(([, name = '']) => name);
  return names.flatMap((name) =>
    [...text.matchAll(new RegExp(`\\b${name}\\(\\s*'(\\w+)'\\s*\\)`, 'g'))].flatMap(([said, code = '']) =>
      FILLED.has(code) ? [said] : [],
    ),
  );
}

it('one that is not filled in is found', () => {
  const code = [...FILLED][0] ?? '';
  expect(unfilled(`const words = useTranslations('refusals');\nwords('${code}')`)).toHaveLength(1);
  expect(unfilled(`const words = useTranslations('refusals');\nwords('${code}', inWords())`)).toEqual([]);
});

it('there is none', () => {
  const found = sources('app/**/*.{ts,tsx}').flatMap(({ file, text }) =>
    file.endsWith('.test.ts') ? [] : unfilled(text).map((said) => `${file}: ${said}`),
  );
  expect(found).toEqual([]);
});
