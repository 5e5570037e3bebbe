/** Quizzes of Razzia (Rahoot) as JSON: `solution` counts from 0, and may be a list. */
import { z } from 'zod';
import { type Asked, type ForeignFile, type ForeignItem, plain } from '../foreign.ts';
import { type Remark, remark } from '../remark.ts';

const question = z.object({
  question: z.coerce.string(),
  answers: z.array(z.coerce.string()).max(50),
  solution: z.union([z.number(), z.array(z.number())]).optional(),
  time: z.number().optional(),
  image: z.string().nullish(),
  video: z.string().nullish(),
  audio: z.string().nullish(),
});
const quiz = z.object({ subject: z.coerce.string().default(''), questions: z.array(z.unknown()) });

export const isRazzia = (value: unknown): boolean => quiz.safeParse(value).success;

export function readRazzia(value: unknown, remarks: readonly Remark[]): ForeignFile {
  const { subject, questions } = quiz.parse(value);
  return { format: 'razzia-json', title: subject || null, items: questions.map(itemOf), remarks };
}

function itemOf(written: unknown, index: number): ForeignItem {
  const at = { unit: 'question' as const, number: index + 1 };
  const read = question.safeParse(written);
  if (!read.success) {
    const reason = remark('json.form', { where: read.error.issues[0]?.path.join('.') ?? '' });
    return {
      at,
      title: '',
      prompt: plain(''),
      asked: { form: 'refused', reason },
      feedback: [],
      hints: [],
      remarks: [],
    };
  }
  const { question: text, answers, solution, time, image, video, audio } = read.data;
  const media = Object.entries({ image, video, audio }).flatMap(([what, address]) =>
    address ? [what === 'image' ? remark('picture.outside', { address }) : remark('prose.leftOut', { what })] : [],
  );
  return {
    at,
    title: '',
    prompt: plain(text),
    asked: askedIn(answers, [solution ?? []].flat()),
    feedback: [],
    hints: [],
    ...(time === undefined ? {} : { seconds: time }),
    remarks: media,
  };
}

function askedIn(answers: readonly string[], right: readonly number[]): Asked {
  const strange = right.find((one) => !Number.isInteger(one) || one < 0 || one >= answers.length);
  if (strange !== undefined)
    return { form: 'refused', reason: remark('options.keyOutside', { key: strange, count: answers.length }) };
  const options = answers.map((text, index) => ({
    text: plain(text),
    weight: right.includes(index) ? 1 : 0,
    feedback: null,
  }));
  const several = right.length > 1;
  return { form: 'options', options, several, ...(several ? { credit: 'all' as const } : {}) };
}
