/** The catalogue shows every piece that there is: read off the sources. */
import { expect, it } from 'vitest';
import { sources } from '../../../_i18n/sources.ts';

/** Pieces that are not shown by themselves, each with its reason. */
const ELSEWHERE: Record<string, string> = {
  MissingPictures: 'shows nothing: marks pictures that did not come',
  ScrollStopsHere: 'shows nothing: makes stops of what scrolls',
  TableCell: 'stands in every table',
  TableFrame: 'stands around every table',
  ThemeSwitch: 'stands in the header of the page',
};
/** Components, and hooks that show something. */
const PIECE = /^export function ([A-Z]\w+|useAsking)\b/gm;

const made = sources('app/_ui/**/*.tsx').flatMap(({ text }) => [...text.matchAll(PIECE)].map(([, name = '']) => name));
const shown = sources('app/(admin)/admin/pieces/*.tsx')
  .map(({ text }) => text)
  .join('\n');

it('every piece stands in the catalogue, but for those on the list', () => {
  expect(made.length).toBeGreaterThan(20);
  const missing = made.filter((name) => !new RegExp(`<${name}\\b|\\b${name}\\(`).test(shown));
  expect(missing.toSorted()).toEqual(Object.keys(ELSEWHERE));
});
