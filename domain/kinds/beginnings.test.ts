import { describe, expect, it } from 'vitest';
import { compileQuestion } from '../lesson/compile-question.ts';
import { readWritten } from '../lesson/written/read-written.ts';
import { writeQuestion } from '../lesson/written/write-written.ts';
import type { WrittenQuestion } from '../lesson/written/written.ts';
import { beginnings } from './beginnings.ts';
import { isKind, KINDS, kinds } from './kinds.ts';

describe.each(KINDS.filter(isKind))('a new question of kind %s', (kind) => {
  const { points, ...parts } = beginnings[kind];
  const written: WrittenQuestion = {
    role: 'exercise',
    kind,
    title: 'T',
    prompt: 'What?',
    hints: [],
    solution: null,
    explanation: kinds[kind].scored ? 'So.' : null,
    definitions: '',
    ...parts,
  };

  it('is shown by a form as it begins', () => {
    expect(readWritten(writeQuestion(written).source)).toEqual(written);
  });

  it('has points of its own where the kind has', () => {
    expect(points).toBe(kinds[kind].reader.attributes.includes('points'));
  });

  it('begins with the parts that the kind has, and no others', async () => {
    const read = await compileQuestion(writeQuestion(written).source, 'q.md');
    const strange = read.ok
      ? []
      : read.problems.filter(({ code }) => /^(attribute|fence|question|directive)\./.test(code));
    expect(strange).toEqual([]);
  });
});
