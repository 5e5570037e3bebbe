import { describe, expect, it } from 'vitest';
import { compileLesson } from '../../domain/lesson/compile.ts';
import { brokenLinks, brokenPlaces } from './links.ts';

const FOLDER = 'content/course/level-01';

async function lesson(body: string) {
  return compileLesson(`---\ntitle: T\ndescription: D.\n---\n${body}\n`, 'lesson.md');
}

async function files(first: string) {
  return new Map([
    [`${FOLDER}/01-first.md`, await lesson(first)],
    [`${FOLDER}/02-second.md`, await lesson('## Here')],
  ]);
}

describe('links between lessons', () => {
  it('lead to files and their headings', async () => {
    const all = await files('[a](02-second.md) [b](02-second.md#here) [c](../level-01/02-second.md)');
    expect(brokenLinks(`${FOLDER}/01-first.md`, all)).toEqual([]);
  });

  it('are told when they lead nowhere, with their line', async () => {
    const all = await files('Text\n\n[a](03-third.md) [b](02-second.md#there)');
    expect(brokenLinks(`${FOLDER}/01-first.md`, all)).toMatchObject([
      { code: 'link.file', line: 7 },
      { code: 'link.otherAnchor', line: 7 },
    ]);
  });
});

describe('places of a course', () => {
  it('name files that are there, and every file has one', async () => {
    const text = `title: T
description: D.
levels:
  - { number: 1, slug: level-01, title: T, description: D, places: [{ title: A, file: level-01/01-first.md }, { title: B, file: level-01/03-b.md }] }
`;
    const problems = brokenPlaces({ file: 'content/course/course.yaml', text }, await files('Text'));
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'course.noLesson content/course/course.yaml',
      `course.noPlace ${FOLDER}/02-second.md`,
    ]);
  });
});
