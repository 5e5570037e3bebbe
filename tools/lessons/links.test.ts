import { describe, expect, it } from 'vitest';
import { wrongAround } from '../../domain/lesson/check/around.ts';
import { compileLesson } from '../../domain/lesson/compile.ts';
import { aroundFile, brokenPlaces, type CompiledFiles } from './links.ts';

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

const wrongIn = (all: CompiledFiles) => {
  const file = `${FOLDER}/01-first.md`;
  const first = all.get(file);
  if (first?.ok !== true) throw new Error('it does not compile');
  return wrongAround(file, first, aroundFile(file, all));
};

describe('links between lessons', () => {
  it('lead to files and their headings, and to itself', async () => {
    const links = '[a](02-second.md) [b](02-second.md#here) [c](../level-01/02-second.md) [d](#own)';
    expect(wrongIn(await files(`## Own\n\n${links}`))).toEqual([]);
  });

  it('are told when they lead nowhere, with their line', async () => {
    expect(wrongIn(await files('Text\n\n[a](03-third.md) [b](02-second.md#there)'))).toMatchObject([
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
