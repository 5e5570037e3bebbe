/**
 * All that is asked of a lesson, or of a question by itself, beside that it compiles. The one list: `npm run lesson -- check` and what
 * publishes in the classroom both go by it, and differ in who looks at what for them.
 */
import { gradesAlike } from '../../judging/regrade.ts';
import { isCode } from '../../kinds/asked.ts';
import type { Question } from '../../question.ts';
import type { Compiled } from '../compile.ts';
import { type LessonProblem, type Spot, START } from '../problems.ts';
import { spotOfTest } from '../test-spot.ts';
import type { WrongVariant } from '../variants.ts';
import { type Around, wrongAround } from './around.ts';
import { wrongClaims } from './claimed.ts';
import { type Proved, proved, type Run } from './code.ts';
import { notesOn } from './notes.ts';

/** A text that was compiled. */
export interface CheckedText {
  /** what problems are told under */
  file: string;
  source: string;
  /** where the questions begin; a question by itself begins its file */
  spots?: Readonly<Record<string, Spot>>;
}

/** Who looks. */
export interface Looking {
  /** the first variant that is wrong, of a question without variants itself: `wrongVariant` of domain/lesson/variants.ts */
  answers(question: Question): Promise<WrongVariant | null>;
  /** null: nobody runs code now, and nothing is known of it */
  run: Run | null;
}

export interface Checked {
  problems: LessonProblem[];
  /** what may well be meant, and should be looked at */
  notes: LessonProblem[];
  /** titles of the questions whose code was not run: nothing is known of it */
  unproved: string[];
}

/** What was published before: what stands in it is not asked again, so that no small change is refused for what was there. */
export interface Before {
  source: string;
  /** by their ids in it */
  questions: ReadonlyMap<string, Question>;
}

/** A lesson that has compiled. */
export async function checkLesson(
  { file, source }: Omit<CheckedText, 'spots'>,
  compiled: Extract<Compiled, { ok: true }>,
  { around, ...looking }: Looking & { around: Around },
  before?: Before,
): Promise<Checked> {
  const { problems, notes } = checkAround(file, compiled, around, before);
  const fresh = ownOf(compiled).filter((question) => {
    const old = before?.questions.get(question.id);
    return old === undefined || !gradesAlike(old, question);
  });
  const checked = await checkQuestions({ file, source, spots: compiled.spots }, fresh, looking);
  const claimed =
    before === undefined || before.source !== source ? await wrongClaims(file, compiled.claims, looking.run) : [];
  return { problems: [...problems, ...checked.problems, ...claimed], notes, unproved: checked.unproved };
}

/** The part of it that takes no time: what stands around the lesson, and what may well be meant. */
export function checkAround(
  file: string,
  compiled: Extract<Compiled, { ok: true }>,
  around: Around,
  before?: Before,
): Pick<Checked, 'problems' | 'notes'> {
  const stood = ({ params: { href, id } }: LessonProblem): boolean =>
    before !== undefined &&
    (href === undefined ? before.questions.has(String(id)) : before.source.includes(`](${href}`));
  const found = wrongAround(file, compiled, around);
  return {
    problems: found.filter((one) => !stood(one)),
    notes: [...found.filter(stood), ...notesOn(ownOf(compiled), file, compiled.spots)],
  };
}

/** What a line pins was looked at when it came into its bank. */
const ownOf = ({ lesson, pins }: Extract<Compiled, { ok: true }>): Question[] =>
  lesson.questions.filter(({ id }) => pins[id] === undefined);

/** Questions that have compiled: right answers earn full marks whatever is drawn, and code does what its tests say. */
export async function checkQuestions(
  text: CheckedText,
  questions: readonly Question[],
  { answers, run }: Looking,
): Promise<Checked> {
  const { file, spots = {} } = text;
  const problems: LessonProblem[] = [];
  for (const question of questions) {
    const wrong = await answers(question);
    if (wrong !== null) problems.push(...problemsOf(wrong, file, spots[question.id] ?? START));
  }
  const code = questions.filter((question) => isCode(question));
  // of what cannot be asked as it is, no code is run
  const ran = problems.length > 0 ? [] : await Promise.all(code.map((question) => ranBy(question, run)));
  for (const [index, { wrong }] of ran.entries()) {
    if (wrong === null) continue;
    const spot = spotOfTest(text.source, spots[code[index]?.id ?? ''] ?? START, wrong.test);
    problems.push({ file, ...spot, code: wrong.code, params: wrong.params });
  }
  const unproved = ran.flatMap((one, index) => (one.run ? [] : (code[index]?.title ?? [])));
  return { problems, notes: notesOn(questions, file, spots), unproved };
}

const ranBy = (question: Question, run: Run | null): Promise<Proved> | Proved =>
  run === null ? { wrong: null, run: false } : proved(question, run);

/** Told where its question begins; lines of a question by itself come after those above it. */
function problemsOf({ values, problems }: WrongVariant, file: string, { line, column }: Spot): LessonProblem[] {
  const named = values === '' ? [] : [{ file, line, column, code: 'variants.with', params: { values } }];
  return [...named, ...problems.map((one) => ({ ...one, file, line: one.line + line - 1 }))];
}
