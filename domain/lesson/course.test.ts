import { describe, expect, it } from 'vitest';
import { readCourse } from './course.ts';

const COURSE = `title: A course
description: About things.
levels:
  - number: 1
    slug: level-01
    title: First
    description: The first.
    places:
      - Not yet written
      - title: Written
        file: level-01/02-written.md
`;

describe('a course', () => {
  it('has levels with places, written or not', () => {
    const read = readCourse(COURSE, 'course.yaml');
    expect(read).toMatchObject({
      ok: true,
      course: {
        title: 'A course',
        levels: [
          {
            slug: 'level-01',
            places: [
              { number: 1, title: 'Not yet written', lesson: null },
              { number: 2, title: 'Written', lesson: { file: 'level-01/02-written.md', slug: 'written' } },
            ],
          },
        ],
      },
    });
  });

  it('tells what is missing or unknown, with its line', () => {
    const read = readCourse(COURSE.replace('    title: First\n', '    titel: First\n'), 'course.yaml');
    const problems = read.ok ? [] : read.problems.map(({ code, line }) => `${code}@${line}`);
    expect(problems).toEqual(['yaml.missing@4', 'yaml.unknownKey@6']);
  });

  it('has no title that turns the line round, or hides something', () => {
    for (const [from, to, line] of [
      ['title: A course', 'title: A \u202ecourse', 1],
      ['title: First', 'title: Fir\u200bst', 6],
      ['- Not yet', '- Not\u2066 yet', 9],
      ['title: Written', 'title: Written\u{e0061}', 10],
    ] as const)
      expect(readCourse(COURSE.replace(from, to), 'course.yaml')).toMatchObject({
        ok: false,
        problems: [{ code: 'yaml.unseen', line }],
      });
  });

  it('gives a file one place only', () => {
    const twice = `${COURSE}      - { title: Again, file: level-01/02-written.md }\n`;
    const read = readCourse(twice, 'course.yaml');
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'course.twice' }] });
  });

  it('refuses files outside of the course', () => {
    const outside = COURSE.replace('level-01/02-written.md', '../../secret.md');
    expect(readCourse(outside, 'course.yaml')).toMatchObject({ ok: false, problems: [{ line: 11 }] });
  });
});
