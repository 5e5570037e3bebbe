/** Any accepted numbers, written for other programs and read again: each answer earns the same there and here. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberLive } from '../../kinds/number/live.ts';
import { compileQuestion } from '../../lesson/compile-question.ts';
import type { QuestionOf } from '../../question.ts';
import { previewOf } from '../preview.ts';
import { filesOf } from '../testing/files-of.ts';
import type { OutFormat } from './formats.ts';
import { writeExport } from './write.ts';

async function compiled(source: string): Promise<QuestionOf<'number'> | null> {
  const read = await compileQuestion(source, 'q.md');
  return read.ok ? (read.question as QuestionOf<'number'>) : null;
}

async function thereAndBack(format: OutFormat, source: string, question: QuestionOf<'number'>) {
  const taken = { id: '0b51a3c4-1111-4222-8333-44445555666f', version: 1, title: 'Q', tags: [], source, question };
  const made = writeExport({
    ...{ format, title: null, questions: [taken], quizzes: [], misconceptions: [], pictures: new Set<string>() },
  });
  const [read] = (await previewOf(filesOf(made))).items;
  const again = await compiled(read?.document ?? '');
  if (again === null) throw new Error(JSON.stringify(read?.remarks));
  return { again, told: made.lines[0]?.remarks.map(({ code }) => code) };
}

/** In twentieths, so that no end is written with more digits than it has. */
const at = fc.integer({ min: -40, max: 40 });
/** Those that Moodle knows. */
const percent = fc.constantFrom(100, 90, 75, 50, 33.33333, 20, 5);
const around = fc.tuple(at, fc.integer({ min: 0, max: 12 })).map(([value, wide]) => ({
  closed: true,
  fields: `value: ${value / 20}, tolerance: { absolute: ${wide / 20} }`,
}));
const between = fc
  .tuple(at, fc.integer({ min: 1, max: 24 }), fc.boolean(), fc.boolean())
  .map(([low, width, from, to]) => ({
    closed: from && to,
    fields: `${from ? 'from' : 'above'}: ${low / 20}, ${to ? 'to' : 'below'}: ${(low + width) / 20}`,
  }));
const span = fc.oneof(around, between);

it.each(['gift', 'moodle-xml', 'qti-1.2', 'qti-2', 'nabla'] as const)('%s', async (format) => {
  const hasOpen = !['gift', 'moodle-xml'].includes(format);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(span, fc.array(fc.tuple(span, percent), { maxLength: 4 }), async (right, others) => {
      fc.pre(hasOpen || [right, ...others.map(([one]) => one)].every(({ closed }) => closed));
      const also = others.map(([{ fields }, each]) => `  - { ${fields}, percent: ${each} }`);
      const answer = [right.fields.replace(', ', '\n'), ...(also.length === 0 ? [] : ['also:', ...also])].join('\n');
      const source = `::::check[Q]{kind=number}\nQ?\n\n\`\`\`yaml answer\n${answer}\n\`\`\`\n\n:::explanation\nSo.\n:::\n::::\n`;
      const question = await compiled(source);
      // one of them could never count
      if (question === null) return;
      compared += 1;
      const { again, told } = await thereAndBack(format, source, question);
      expect(told).toEqual([]);
      for (let twentieth = -60; twentieth <= 70; twentieth += 0.5) {
        const given = { kind: 'number' as const, value: String(twentieth / 20) };
        const [before, after] = [numberLive.share?.(question, given), numberLive.share?.(again, given)];
        expect(after, `${given.value} of ${answer}`).toBeCloseTo(before ?? -1, 5);
      }
    }),
    { numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(5);
});
