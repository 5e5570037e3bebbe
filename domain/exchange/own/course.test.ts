import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { eachKindWritten } from '../../../tests/support/each-kind-written.ts';
import { compileLesson } from '../../lesson/compile.ts';
import { readCourse } from '../../lesson/course.ts';
import { withPins } from '../../lesson/pin-lines.ts';
import type { OutFile } from '../out/file.ts';
import { PICTURE, PICTURE_BYTES } from '../testing/files-of.ts';
import { type CourseFile, readCourseFile } from './course-read.ts';
import { type OutCourse, writeCourse } from './course-write.ts';

const DOWN = '0b51a3c4-0000-4000-8000-00000000000a';
const UP = '0b51a3c4-0000-4000-8000-00000000000b';
const sources = eachKindWritten(`picture:${PICTURE}`);
const question = (id: string, version: number, title: string) => {
  const tags = version === 2 ? ['algebra'] : [];
  return { id, version, title, tags, source: `${sources.choice}\n<!-- ${version} -->\n` };
};
const LESSON = [
  '---',
  'title: "Down: and up"',
  'description: A sentence.',
  'id: kept-as-it-is',
  '---',
  '',
  `![A graph](picture:${PICTURE}) and [the next one](02-up.md#steps).`,
  '',
  `::question[Which way?]{#down ref=${DOWN} version=2 as=check}`,
  '',
  `::question{#again ref="${DOWN}" version="7"}`,
  '',
].join('\n');

const course: OutCourse = {
  slug: 'slopes',
  title: 'Slopes: 1',
  description: 'What goes up\nmust come down, # and so on.',
  levels: [
    {
      number: 5,
      slug: 'level-05',
      title: 'First',
      places: [
        { title: 'Down: and up', slug: 'down', source: LESSON },
        { title: 'Up', slug: 'up', source: `\uFEFF${LESSON.replaceAll('\n', '\r\n')}` },
        { title: 'null', slug: 'null', source: null },
        { title: 'Not yet', slug: 'chosen', source: null },
      ],
    },
    { number: 6, slug: 'questions', title: 'Empty', places: [] },
    { number: 7, slug: 'pictures', title: '7', places: [{ title: 'Last', slug: 'last', source: LESSON }] },
  ],
  questions: [question(DOWN, 2, 'Which way?'), question(DOWN, 7, 'Which way?'), question(UP, 1, 'Up?')],
  misconceptions: [{ id: 'uphill', name: 'Uphill: yes', words: 'It goes *down*.\n\n- so' }],
  pictures: new Set([PICTURE]),
};

type Entries = Record<string, Uint8Array>;
function zipOf(files: readonly OutFile[], change: (entries: Entries) => void = () => undefined) {
  const entries: Entries = Object.fromEntries(
    files.map(({ path, parts }) => [path, typeof parts[0] === 'string' ? strToU8(parts.join('')) : PICTURE_BYTES]),
  );
  change(entries);
  return zipSync(entries);
}

/** As it would be stored in another classroom, and taken out of it again. */
function elsewhere(read: CourseFile, picture: string): OutCourse {
  const numbers = new Map([...new Set(read.questions.map(({ held }) => held.ref))].map((ref, at) => [ref, newId(at)]));
  const shown = (text: { source: string; pictures: readonly { id: string | null }[] }): string =>
    text.pictures.reduce((source, { id }) => source.replaceAll(`picture:${id}`, `picture:${picture}`), text.source);
  return {
    ...read,
    levels: read.levels.map((level) => ({
      ...level,
      places: level.places.map(({ title, slug, lesson }) => ({
        title,
        slug,
        source:
          lesson === null
            ? null
            : withPins(shown(lesson), ({ ref, version }) => ({ ref: numbers.get(ref) ?? '', version })),
      })),
    })),
    questions: read.questions.map((one) => ({
      ...one,
      id: numbers.get(one.held.ref) ?? '',
      version: one.held.version,
      source: shown(one),
    })),
    misconceptions: read.catalogue.map(({ code, name, words }) => ({ id: code, name, words })),
    pictures: new Set([picture]),
  };
}
const newId = (at: number): string => `99999999-0000-4000-8000-00000000000${at}`;
const OTHER = '99999999-9999-4999-8999-999999999999';

describe('a course as a zip of our own', () => {
  it('is read as it was written, and written again elsewhere it is the same to the letter', () => {
    const files = writeCourse(course);
    const read = readCourseFile(zipOf(files));
    expect(read).toMatchObject({ title: course.title, description: course.description, slug: 'slopes' });
    expect(read.levels.flatMap(({ places }) => places.flatMap(({ lesson }) => lesson?.remarks ?? []))).toEqual([]);
    const second = writeCourse(elsewhere(read, OTHER));
    const texts = (all: readonly OutFile[]) =>
      all.filter(({ path }) => path !== 'nabla.json').map(({ path, parts }) => [path, parts]);
    expect(JSON.stringify(texts(second)).replaceAll(OTHER, PICTURE)).toBe(JSON.stringify(texts(files)));
    const told = (all: readonly OutFile[]) => {
      const { questions, ...rest } = JSON.parse(String(all[0]?.parts[0]));
      return [rest, questions.map(({ id: _id, version: _version, ...kept }: Record<string, unknown>) => kept)];
    };
    expect(told(second)).toEqual(told(files));
  });

  it('lies as courses lie in content/, and a person can read it', () => {
    const files = writeCourse(course);
    expect(files.map(({ path }) => path)).toEqual([
      'nabla.json',
      'course.yaml',
      'misconceptions.yaml',
      'level-05/01-down.md',
      'level-05/02-up.md',
      'level-pictures/01-last.md',
      'questions/001-which-way.md',
      'questions/002-which-way.md',
      'questions/003-up.md',
      'pictures/01-down-1.webp',
    ]);
    const list = String(files[1]?.parts[0]);
    expect(readCourse(list, 'course.yaml')).toMatchObject({ ok: true, course: { title: 'Slopes: 1' } });
    expect(String(files[3]?.parts[0])).toBe(
      LESSON.replace(`picture:${PICTURE}`, '../pictures/01-down-1.webp')
        .replace(`${DOWN} version=2`, '../questions/001-which-way.md version=1')
        .replace(`${DOWN}" version="7"`, '../questions/002-which-way.md" version="2"'),
    );
  });

  it('holds each lesson so that it compiles with what comes along', async () => {
    const [level] = readCourseFile(zipOf(writeCourse(course))).levels;
    const lesson = level?.places[0]?.lesson;
    const compiled = await compileLesson(lesson?.source ?? '', 'x.md', {}, {}, []);
    // the pins are of questions, which are not handed along here
    expect(compiled.ok ? [] : compiled.problems.map(({ code }) => code)).toEqual([
      'picture.unknown',
      'pin.unknown',
      'pin.unknown',
    ]);
  });

  it('is read without a manifest, as a folder of content/ that was zipped', () => {
    const read = readCourseFile(
      zipOf(writeCourse(course), (entries) => {
        delete entries['nabla.json'];
        for (const [name, bytes] of Object.entries(entries)) {
          delete entries[name];
          entries[`slopes/${name}`] = bytes;
        }
      }),
    );
    expect([read.slug, read.levels.length, read.questions.map(({ held }) => held.version)]).toEqual([
      'slopes-1',
      3,
      [1, 1, 1],
    ]);
  });

  it('keeps a text that speaks of such a file as a text', () => {
    const spoken = `${LESSON}\n::question{#q ref=../questions/003-up.md version=1}\n`;
    const [level] = course.levels;
    if (level === undefined) throw new Error('there is none');
    const own = { ...course, levels: [{ ...level, places: [{ title: 'A', slug: 'a', source: spoken }] }] };
    const files = writeCourse(own);
    expect(files.map(({ path }) => path)).toContain('questions/x003-up.md');
    const [back] = readCourseFile(zipOf(files)).levels;
    expect(back?.places[0]?.lesson?.source).toContain('ref=../questions/003-up.md version=1');
  });

  it('says what is wrong with it', () => {
    const files = writeCourse(course);
    const refused = (change: (entries: Entries) => void) => {
      try {
        readCourseFile(zipOf(files, change));
      } catch (error) {
        return (error as { remark: object }).remark;
      }
      return undefined;
    };
    expect(refused((entries) => delete entries['course.yaml'])).toMatchObject({ code: 'courseFile.questions' });
    expect(
      refused((entries) => {
        for (const name of Object.keys(entries))
          if (name.endsWith('.yaml') || name.endsWith('.json')) delete entries[name];
      }),
    ).toMatchObject({ code: 'courseFile.none' });
    expect(
      refused((entries) => {
        entries['course.yaml'] = strToU8('title: x\nlevels: no\n');
      }),
    ).toMatchObject({ code: 'courseFile.broken', params: { file: 'course.yaml' }, problem: { code: 'yaml.missing' } });
    expect(
      refused((entries) => {
        entries['course.yaml'] = strToU8(`title: ${'a'.repeat(201)}\ndescription: ""\nlevels: []\n`);
      }),
    ).toMatchObject({ code: 'courseFile.title' });
    expect(
      refused((entries) => {
        entries['course.yaml'] = strToU8('title: x\ndescription: "a\\0b"\nlevels: []\n');
      }),
    ).toMatchObject({ code: 'courseFile.description' });
    expect(
      refused((entries) => {
        entries['misconceptions.yaml'] = strToU8('- id: "no id"\n');
      }),
    ).toMatchObject({ code: 'courseFile.broken', params: { file: 'misconceptions.yaml', line: '1' } });
    expect(
      refused((entries) => {
        entries['course.yaml'] = Uint8Array.from([0xff, 0xfe, 0x00]);
      }),
    ).toMatchObject({ code: 'own.encoding' });
    expect(
      refused((entries) => {
        entries['../outside.md'] = strToU8('x');
      }),
    ).toMatchObject({ code: 'zip.path' });
    expect(
      refused((entries) => {
        entries['level-05/01-down.md'] = strToU8('x'.repeat(200_001));
      }),
    ).toMatchObject({ code: 'courseFile.long' });
    expect(() => readCourseFile(strToU8('no zip'))).toThrow('courseFile.noZip');
    const [level] = readCourseFile(
      zipOf(files, (entries) => {
        delete entries['level-05/01-down.md'];
        delete entries['questions/002-which-way.md'];
        entries['pictures/01-down-1.webp'] = strToU8('no picture');
      }),
    ).levels;
    const said = level?.places.map(({ lesson }) => lesson?.remarks.map(({ code }) => code));
    expect(said).toEqual([['courseFile.missing'], ['picture.unknown'], undefined, undefined]);
  });
});
