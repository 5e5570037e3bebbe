/** Compiling what an admin edits: whatever stands in it, this process goes on, and the answer says what to do. */

import { createTranslator, type Messages } from 'use-intl/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import lessonProblems from '../../messages/en/lesson-problems.json' with { type: 'json' };
import { Compiler, compiler } from '../../server/compiling/compiler.ts';
import { previewLesson, publishEdited } from '../../server/features/courses/commands.ts';
import { call } from '../support/calls.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { computedSince } from '../support/computed.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { cookieOf } from '../support/live-client.ts';
import { startServer } from '../support/processes.ts';

const FRONT = '---\ntitle: A\ndescription: B\n---\n\n';
/** 0.2 MB that are some hundred MB once they are typeset. */
const EMPTY_CELLS = `$$\n\\begin{matrix}${'&'.repeat(190_000)}\\end{matrix}\n$$`;
/** Each once kept the event loop from everybody for seconds or minutes; the last ones pass every bound but the thread's. */
const SOURCES: Record<string, string> = {
  'stars and underscores': `${FRONT}${'*a_'.repeat(6_600)}`,
  'quotes inside quotes': `${FRONT}${'>'.repeat(190_000)}`,
  'ten thousand quotes': `${FRONT}${'>'.repeat(10_000)}`,
  'open brackets': `${FRONT}${'['.repeat(190_000)}`,
  'a table of a thousand columns': `${FRONT}${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n${`${'|a'.repeat(1_000)}|\n`.repeat(28)}`,
  'many paragraphs of what is just allowed': `${FRONT}${`${'*a_'.repeat(745)}\n\n`.repeat(80)}`,
  'braces in maths': `${FRONT}$${'{'.repeat(90_000)}x${'}'.repeat(90_000)}$`,
};

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(async () => {
  await compiler.close();
  await dismissCast();
});

const catalogue: Messages = { lessonProblems };
const words = createTranslator({ locale: 'en', messages: catalogue, namespace: 'lessonProblems' });

/** The longest time that this process's event loop stood still meanwhile, as far as it was computing: a busy machine counts for nothing. */
async function stallWhile(work: () => Promise<unknown>): Promise<number> {
  let [computed, longest] = [computedSince(), 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, computed());
    computed = computedSince();
  }, 5);
  await work();
  clearInterval(timer);
  return longest;
}

describe('a preview of', () => {
  it.each(Object.entries(SOURCES))('%s is answered with a problem, and nobody else waits', async (_, source) => {
    const ask = () => previewLesson(cast.admin, { lessonId: cast.lessonId, source });
    let read: Awaited<ReturnType<typeof ask>> | undefined;
    const stall = await stallWhile(async () => {
      read = await ask();
    });
    if (!read?.ok) throw new Error('it is answered');
    const [problem] = read.preview.problems;
    expect(problem?.code).toMatch(/^(?:bounds|limits|maths)/);
    expect(words(problem?.code ?? '', problem?.params)).toMatch(/^[A-Z].*\.$/);
    // it stood still for seconds or minutes
    expect(stall).toBeLessThan(1_000);
  });

  it('a lesson that is right works afterwards as before, with its content', async () => {
    const { published } = await database().lesson.findUniqueOrThrow({
      where: { id: cast.lessonId },
      select: { published: { select: { source: true } } },
    });
    const read = await previewLesson(cast.admin, { lessonId: cast.lessonId, source: published?.source ?? '' });
    expect(read).toMatchObject({ ok: true, preview: { problems: [], content: { title: expect.any(String) } } });
  });
});

it('publishing is stopped likewise, and stores nothing', async () => {
  const before = await database().lessonVersion.count();
  const source = SOURCES['many paragraphs of what is just allowed'] ?? '';
  expect(await publishEdited(cast.admin, { lessonId: cast.lessonId, source })).toMatchObject({
    ok: false,
    refused: 'lessonBroken',
    problems: [{ code: 'limits.time' }],
  });
  expect(await database().lessonVersion.count()).toBe(before);
});

const lesson = (text: string) =>
  ({ what: 'lesson', source: `${FRONT}${text}`, file: 'a.md', bank: {}, pictures: {}, known: [] }) as const;

it('who asks again while a preview waits gets the newer one; others, and what is published, keep their place', async () => {
  const apart = new Compiler();
  try {
    const asked = [
      apart.compile(lesson('first'), 'ann'),
      apart.compile(lesson('second'), 'ann'),
      apart.compile(lesson('other'), 'bob'),
      apart.compile(lesson('published'), null),
      apart.compile(lesson('third'), 'ann'),
    ];
    const texts = (await Promise.all(asked)).map((one) =>
      one === 'replaced' ? one : /first|third|other|published/.exec(JSON.stringify(one))?.[0],
    );
    expect(texts).toEqual(['first', 'replaced', 'other', 'published', 'third']);
  } finally {
    await apart.close();
  }
});

it('what wants too much memory is ended for that, and what comes next is compiled', async () => {
  // with time enough, so that it is the memory that ends it
  const apart = new Compiler({ computeMs: GUARD_MS, clockMs: GUARD_MS });
  try {
    expect(await apart.compile(lesson(EMPTY_CELLS), null)).toMatchObject({
      ok: false,
      problems: [{ code: 'limits.memory' }],
    });
    expect(await apart.compile(lesson('Next.'), null)).toMatchObject({ ok: true });
  } finally {
    await apart.close();
  }
});

it('a server answers others while each of these is compiled, and compiles what is right afterwards', async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = await startServer(cast.url, port);
  const cookie = await cookieOf(cast.admin.id);
  const preview = async (source: string) => {
    const asked = await call(address, 'courses.preview', { lessonId: cast.lessonId, source }, { cookie });
    return JSON.stringify(asked.outcome.preview);
  };
  try {
    // the thread is there, so that what takes long below is compiling
    expect(await preview(`${FRONT}Text.`)).toContain('"problems":[]');
    let took = 0;
    for (const [name, source] of Object.entries(SOURCES)) {
      const began = performance.now();
      const waits: number[] = [];
      let answered = false;
      const read = preview(source).finally(() => (answered = true));
      while (!answered) {
        const asked = performance.now();
        expect((await fetch(`${address}/api/health`)).status, name).toBe(200);
        waits.push(performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const said = await read;
      const whole = performance.now() - began;
      if (whole > 1_000) {
        took += 1;
        // in the server's own event loop it was answered once that was through with the lesson
        expect(Math.max(...waits), name).toBeLessThan(whole / 2);
      }
      expect(said, name).toMatch(/"code":"(?:bounds|limits|maths)/);
    }
    expect(took).toBeGreaterThan(0);
    expect(await preview(`${FRONT}Text.`)).toContain('"problems":[]');
  } finally {
    await server.kill('SIGTERM');
  }
});
