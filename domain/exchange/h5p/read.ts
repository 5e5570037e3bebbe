/** H5P: of a package its two JSON files and pictures are read, and nothing of the programs in it. */
import { z } from 'zod';
import type { Archive } from '../archive.ts';
import { decodeText } from '../decode.ts';
import {
  type Asked,
  type ForeignFile,
  type ForeignItem,
  type Gap,
  gapMark,
  type Prose,
  plain,
  type Weighted,
} from '../foreign.ts';
import { FileRefused, ItemRefused } from '../remark.ts';

const text = z.string().catch('');
const picture = z
  .object({ params: z.object({ file: z.object({ path: text }), alt: text }) })
  .optional()
  .catch(undefined);
const content = z.object({
  library: text,
  params: z.unknown(),
  metadata: z.object({ title: text }).optional().catch(undefined),
});
type Content = z.infer<typeof content>;

export const isH5p = (archive: Archive): boolean => archive.has('h5p.json') && archive.has('content/content.json');

/** A set of questions, or one question alone. */
export function readH5p(archive: Archive): ForeignFile {
  const about = z.object({ title: text, mainLibrary: text }).parse(jsonIn(archive, 'h5p.json'));
  const params = jsonIn(archive, 'content/content.json');
  const find = (address: string): Uint8Array | null => archive.get(`content/${address}`) ?? null;
  const inside = partsOf({ library: about.mainLibrary, params });
  return {
    format: 'h5p',
    title: about.title || null,
    items: inside.map((one, index) => itemOf(one, index + 1, find)),
    remarks: [],
  };
}

function jsonIn(archive: Archive, name: string): unknown {
  try {
    return JSON.parse(decodeText(archive.get(name) ?? new Uint8Array()).text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FileRefused('h5p.broken', { name });
    throw error;
  }
}

/** `H5P.MultiChoice 1.14` is the same in each version. */
const nameOf = ({ library }: Content): string => library.split(' ')[0]?.replace(/^H5P\./, '') ?? '';

/** What holds others gives those; at most as deep as anybody nests them. */
function partsOf(one: Content, depth = 0): Content[] {
  const lists = z
    .object({ questions: z.array(z.unknown()).optional(), content: z.array(z.unknown()).optional() })
    .safeParse(one.params);
  const name = nameOf(one);
  if (depth > 4 || !lists.success || !/^(?:QuestionSet|Column)$/.test(name)) return [one];
  const held =
    name === 'QuestionSet'
      ? lists.data.questions
      : lists.data.content?.map((row) => z.object({ content: z.unknown() }).safeParse(row).data?.content);
  return (held ?? []).flatMap((row) => {
    const read = content.safeParse(row);
    return read.success ? partsOf(read.data, depth + 1) : [{ library: '', params: row }];
  });
}

type Find = (address: string) => Uint8Array | null;
interface Read {
  prompt: string;
  asked: Asked;
}

function itemOf(one: Content, number: number, find: Find): ForeignItem {
  const prose = (said: string): Prose => ({ as: 'html', text: said, picture: find });
  const common = {
    at: { unit: 'question' as const, number },
    title: one.metadata?.title ?? '',
    feedback: [],
    hints: [],
  };
  try {
    const reader = Object.hasOwn(READERS, nameOf(one)) ? READERS[nameOf(one)] : undefined;
    if (reader === undefined) throw new ItemRefused('qti.interaction', { name: nameOf(one) || 'H5P' });
    const { prompt, asked } = reader(one.params, prose);
    const media = z
      .object({ media: z.object({ type: picture }).optional().catch(undefined) })
      .safeParse(one.params).data;
    const image = media?.media?.type?.params;
    const shown =
      image === undefined ? '' : `<p><img src="${attribute(image.file.path)}" alt="${attribute(image.alt)}"></p>`;
    return { ...common, prompt: prose(`${shown}${prompt}`), asked, ...feedbackOf(one.params, prose), remarks: [] };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    const said = z.object({ question: text }).safeParse(one.params).data?.question ?? '';
    return { ...common, prompt: prose(said), asked: { form: 'refused', reason: error.remark }, remarks: [] };
  }
}

const attribute = (said: string): string => said.replace(/["<>&]/g, '');

/** What is told of a share of the points: of all shares it is told to all. */
function feedbackOf(params: unknown, prose: (text: string) => Prose): Pick<ForeignItem, 'feedback' | 'byResult'> {
  const share = z.number().catch(0);
  const one = z.object({ from: share, to: share, feedback: text });
  const said = z.object({ overallFeedback: z.array(one).catch([]) }).safeParse(params).data?.overallFeedback ?? [];
  const told = said.filter(({ feedback }) => feedback.trim() !== '');
  const isForAll = ({ from, to }: z.infer<typeof one>): boolean => from <= 0 && to >= 100;
  return {
    feedback: told.filter(isForAll).map(({ feedback }) => prose(feedback)),
    byResult: told
      .filter((range) => !isForAll(range))
      .toSorted((a, b) => b.to - a.to)
      .map(({ from, to, feedback }) => ({
        sign: to >= 100 ? '✓' : from <= 0 ? '✗' : '◐',
        words: prose(feedback),
      })),
  };
}

/** What is not written as it should be is refused, and not guessed. */
function parsed<S extends z.ZodType>(schema: S, params: unknown): z.infer<S> {
  const read = schema.safeParse(params);
  if (!read.success) throw new ItemRefused('h5p.form', { where: read.error.issues[0]?.path.join('.') ?? '' });
  return read.data;
}

const READERS: Readonly<Record<string, (params: unknown, prose: (said: string) => Prose) => Read>> = {
  MultiChoice: readChoice,
  TrueFalse: (params) => {
    const { question, correct } = parsed(z.object({ question: text, correct: z.enum(['true', 'false']) }), params);
    const options = ['True', 'False'].map(
      (name): Weighted => ({ text: plain(name), weight: Number(name.toLowerCase() === correct), feedback: null }),
    );
    return { prompt: question, asked: { form: 'options', several: false, options } };
  },
  Blanks: (params) => {
    const { text: said, questions } = parsed(z.object({ text, questions: z.array(z.string()) }), params);
    return gapsIn(`${said}${questions.join('')}`);
  },
  DragText: readDragged,
  Essay: (params) => ({
    prompt: parsed(z.object({ taskDescription: text }), params).taskDescription,
    asked: { form: 'free' },
  }),
};

function readChoice(params: unknown, prose: (said: string) => Prose): Read {
  const feedback = z.object({ chosenFeedback: text }).optional().catch(undefined);
  const answer = z.object({ text, correct: z.boolean().catch(false), tipsAndFeedback: feedback });
  const behaviour = z
    .object({ type: text, singlePoint: z.boolean().catch(false) })
    .optional()
    .catch(undefined);
  const {
    question,
    answers,
    behaviour: how,
  } = parsed(z.object({ question: text, answers: z.array(answer), behaviour }), params);
  const right = answers.filter(({ correct }) => correct).length;
  const several = how?.type === 'multi' || (how?.type !== 'single' && right > 1);
  const options = answers.map((one): Weighted => {
    const said = one.tipsAndFeedback?.chosenFeedback ?? '';
    return { text: prose(one.text), weight: Number(one.correct), feedback: said === '' ? null : prose(said) };
  });
  const credit = several ? { credit: how?.singlePoint === true ? ('all' as const) : ('shares' as const) } : {};
  return { prompt: question, asked: { form: 'options', several, options, ...credit } };
}

const STARS = /\*([^*]+)\*/g;

/** `*a/b:tip*`: what is accepted, and a tip that nobody needs here. */
function gapsIn(said: string): Read {
  const gaps: Gap[] = [];
  const prompt = said.replace(STARS, (_whole, inside: string) => {
    const accepted = (inside.split(':')[0] ?? '').split('/').map((one) => one.trim());
    return gapMark(
      gaps.push({
        takes: 'words',
        capitals: false,
        texts: accepted.map((one) => ({ text: one, weight: 1, feedback: null })),
      }),
    );
  });
  if (gaps.length === 0) throw new ItemRefused('gaps.none');
  return { prompt, asked: { form: 'gapped', gaps } };
}

function readDragged(params: unknown): Read {
  const { taskDescription, textField, distractors } = parsed(
    z.object({ taskDescription: text, textField: text, distractors: text }),
    params,
  );
  const words = (said: string): string[] =>
    [...said.matchAll(STARS)].map(([, inside = '']) => (inside.split(':')[0] ?? '').trim());
  const right = words(textField);
  if (right.length === 0) throw new ItemRefused('gaps.none');
  const pool = [...new Set([...right, ...words(distractors)])];
  const gaps = right.map(
    (one): Gap => ({
      takes: 'option',
      options: pool.map((other) => ({ text: plain(other), weight: Number(other === one), feedback: null })),
    }),
  );
  let gap = 0;
  const marked = textField
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(STARS, () => {
      gap += 1;
      return gapMark(gap);
    });
  return { prompt: `${taskDescription}<p>${marked.replaceAll('\n', '<br>')}</p>`, asked: { form: 'gapped', gaps } };
}
