/**
 * Clusters sort by bytes (`--locale=C`) or by the letters of some language, as they were made: no statement leaves the
 * order of names to them. domain/people/name-order.ts sorts, or the query says `collate "und-x-icu"`.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../launch/state-folder.ts';

const NAMES = '(?:name|login|title|nickname|email)';
/** Prisma's, on one line or several. */
const BY_PRISMA = new RegExp(`\\borderBy:[^;]{0,160}?\\b${NAMES}: (?:'(?:asc|desc)'|\\{ sort:)`, 'g');
/** SQL's, up to the end of the clause. */
const BY_SQL = new RegExp(`\\border by (?:[^;\`)]*?[\\s,.])?${NAMES}\\b(?! collate)`, 'g');

const found = (text: string): string[] => [...text.matchAll(BY_PRISMA), ...text.matchAll(BY_SQL)].map(([told]) => told);

it('no list is in the order of the cluster', () => {
  const files = globSync('{db,server,workers,app}/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['db/generated/**'] });
  expect(files.length).toBeGreaterThan(300);
  const told = files
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) => found(readFileSync(path.join(ROOT, file), 'utf8')).map((one) => `${file}: ${one}`));
  expect(told).toEqual([]);
});

it.each([
  ["orderBy: { name: 'asc' }", true],
  ["orderBy: [{ role: 'asc' },\n      { user: { name: 'desc' } }]", true],
  ["orderBy: { createdAt: 'asc' },\n    select: { name: true }", false],
  ['select name from users order by name', true],
  ['order by c.title, c.id', true],
  ['order by l.number, u.login limit 5', true],
  ['order by name collate "und-x-icu", id', false],
  ['order by migration_name', false],
])('%j is seen for what it is', (text, is) => {
  expect(found(text).length > 0).toBe(is);
});
