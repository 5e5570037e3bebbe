import { describe, expect, it } from 'vitest';
import { MOST_WEEKS, misreadMap } from './misread-map.ts';

const fact = (code: string, week: string, ...students: string[]) => ({
  code,
  name: code.toUpperCase(),
  week,
  students,
});

describe('the misconceptions of a class', () => {
  it('stand by weeks, those of most people first, and a week without any is not left out', () => {
    const facts = [
      fact('sign', '2026-11-09', 'ada'),
      fact('sign', '2026-11-30', 'ada', 'ben'),
      fact('factor', '2026-11-09', 'ada', 'ben', 'eve'),
    ];
    expect(misreadMap(facts, { students: 4 })).toEqual({
      students: 4,
      uncounted: [],
      weeks: ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
      rows: [
        { code: 'factor', name: 'FACTOR', people: 3, weeks: [3, 0, 0, 0] },
        // who shows it twice is one person
        { code: 'sign', name: 'SIGN', people: 2, weeks: [1, 0, 0, 2] },
      ],
    });
    expect(misreadMap([], { students: 4 })).toEqual({ students: 4, uncounted: [], weeks: [], rows: [] });
  });

  it('end with the newest week, and go back a term', () => {
    const { weeks, rows } = misreadMap([fact('old', '2025-09-01', 'ada'), fact('new', '2026-11-30', 'ben')], {
      students: 2,
    });
    expect([weeks.length, weeks.at(-1)]).toEqual([MOST_WEEKS, '2026-11-30']);
    expect(rows.map(({ code }) => code)).toEqual(['new']);
  });
});
