import { describe, expect, it } from 'vitest';
import { type AtHome, type InRoom, questionMeasures } from './question-measures.ts';

const home = (share: number, more: Partial<AtHome> = {}): AtHome => ({
  ...{ classId: 'a', class: 'Tuesday', share, rest: share, attempts: 1, month: '2026-10' },
  labels: [share === 1 ? { label: 'A', right: true } : { label: 'B', right: false }],
  ...more,
});
const room = (more: Partial<InRoom> = {}): InRoom => ({
  ...{ classId: 'a', class: 'Tuesday', month: '2026-11', tries: 10, right: 6, medianMs: 4_000, rest: 0.4, paired: 10 },
  given: [
    ['A', 6, true],
    ['C', 4, false],
  ],
  ...more,
});
const some = (...shares: number[]): AtHome[] => shares.map((share) => home(share));

describe('how a question went', () => {
  it('is told of each class, at home and in rooms apart', () => {
    const measured = questionMeasures(
      [...some(1, 1, 0.5, 0, 1), ...some(1, 1, 1, 1, 1).map((one) => ({ ...one, classId: 'b', class: 'Monday' }))],
      [
        room(),
        room({ tries: 30, right: 30, medianMs: 8_000, rest: 0.8, paired: 30 }),
        room({ classId: null, class: null }),
      ],
    );
    expect(measured.rows).toMatchObject([
      { class: 'Monday', where: 'home', answers: 5, right: 1, tells: { rest: null, paired: 5 } },
      { class: 'Tuesday', where: 'home', answers: 5, right: 0.6, attempts: 1, medianMs: null },
      { class: 'Tuesday', where: 'room', answers: 40, rooms: 2, right: 0.9, medianMs: 7_000, attempts: null },
      { class: null, where: 'room', answers: 10 },
    ]);
    expect(measured.rows[2]?.tells.rest).toBeCloseTo(0.7, 10);
  });

  it('says how few there are, and no share of them', () => {
    const { rows, wrong } = questionMeasures(some(1, 0, 0, 0), [room({ tries: 0, right: 0, given: [] })]);
    expect(rows[0]).toMatchObject({ answers: 4, right: null, attempts: null });
    expect(rows[1]).toMatchObject({ answers: 0, right: null, medianMs: null });
    expect(wrong).toEqual([]);
  });

  it('goes from month to month, where there are several', () => {
    const { months } = questionMeasures(some(1, 0, 0, 0), [room(), room({ month: '2026-12', tries: 5, right: 5 })]);
    expect(months).toEqual([
      { month: '2026-10', answers: 4, right: null },
      { month: '2026-11', answers: 10, right: 0.6 },
      { month: '2026-12', answers: 5, right: 1 },
    ]);
    expect(questionMeasures([], [room(), room()]).months).toEqual([]);
  });

  it('has the wrong answers that are most frequent, and nothing of the right ones', () => {
    const { wrong, counted } = questionMeasures([...some(0, 0, 1), home(0, { labels: [] })], [room()]);
    expect(wrong).toEqual([
      { label: 'C', home: 0, room: 4 },
      { label: 'B', home: 2, room: 0 },
    ]);
    expect(counted).toEqual({ home: 3, room: 10 });
  });
});
