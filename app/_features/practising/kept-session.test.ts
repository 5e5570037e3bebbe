/** What a tab keeps of a session leads on where it was, and what is none of ours leads nowhere. */
import { expect, it } from 'vitest';
import { readSession, writeSession } from './kept-session.ts';
import type { PracticeLine, Went } from './practice-line.ts';

const line = (ref: string): PracticeLine => ({
  ...{ ref, title: ref, number: 1, mixup: null, wrong: 1, partly: false, right: 0, days: 0 },
  ...{ practisedToday: false, seconds: 60, from: { title: 'A lesson', href: null } },
});
const [one, two, three] = [line('one'), line('two'), line('three')];
const wrong: Went = { line: one, how: 'wrong', days: 1, again: false };
const left: Went = { line: two, how: 'left', days: 0, again: false };

it('comes back as it was, by what the lists say of its questions now', () => {
  const text = writeSession({ lines: [one, two, three], went: [wrong, left] });
  const later = { ...one, days: 1 };
  expect(readSession(text, [two, three, later])).toEqual({
    lines: [later, two, three],
    went: [{ ...wrong, line: later }, left],
  });
});

it('leaves out what is not there any more, told or to come', () => {
  const text = writeSession({ lines: [one, two, three], went: [wrong] });
  expect(readSession(text, [two])).toEqual({ lines: [two], went: [] });
  expect(readSession(text, [one])).toEqual({ lines: [one], went: [wrong] });
  expect(readSession(text, [])).toBeNull();
});

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another thing', '[1]'],
  ['null', 'null'],
  ['an answer of another kind', '{"refs":["one"],"went":[{"how":"<b>","days":1,"again":false}]}'],
  ['an answer that is none', '{"refs":["one"],"went":[null]}'],
])('is none where %s was kept', (_, text) => {
  expect(readSession(text, [one])).toBeNull();
});
