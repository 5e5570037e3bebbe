/** Grades a matrix: each right entry earns its share where the shape fits, nothing where it does not. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import { hash } from '../../judging/random.ts';
import type { MathsCheck } from '../../maths/check.ts';
import type { Slip } from '../../maths/slips.ts';
import type { QuestionOf } from '../../question.ts';
import { type Feedback, resultOf, type TestOutcome, type Verdict } from '../../results/verdict.ts';
import { eulerInPlay } from '../common/euler.ts';
import { type Asking, outcomeOf, readingNotes, signatureOf, unjudged } from '../maths/grade.ts';
import { matrix } from './asked.ts';
import { checkMatrix } from './check.ts';
import { placeLabel, placeOf, shapeIn } from './places.ts';

/** So long a signature is told apart by its whole, and stored by its beginning. */
const LONG = 400;

/** Where an entry cannot be read, or all are empty, the whole is invalid; at the bell of a live round the others count. */
export function gradeMatrix(
  question: QuestionOf<'matrix'>,
  answer: AnswerOf<'matrix'>,
  seed: string,
  asking: Asking = 'ask',
): Verdict {
  if (!matrix.hasContent(answer)) return invalid(question, [], [say('nothingFilled')]);
  const { key, variables, positive } = question;
  const { decimals, strict } = key.checking ?? {};
  const options = {
    variables,
    positive,
    seed: hash(seed),
    euler: eulerInPlay(question),
    unasked: asking !== 'ask',
    ...(decimals === undefined ? {} : { tolerance: { decimals } }),
    ...(strict === undefined ? {} : { strict }),
  };
  const truth = { truths: key.entries, either: key.either ?? false };
  const check = checkMatrix(truth, answer.entries, options, answer.readings);
  const count = check.entries.flat().length;
  const entries = check.entries.flatMap((cells, row) =>
    cells.map((one, column) => ({ one, part: partOf(placeOf(row, column), question.points / count) })),
  );
  const unreadable = entries.filter(({ one }) => one?.verdict === 'invalid');
  if (unreadable.length > 0 && asking !== 'bell') {
    const asked = unreadable.every(({ one }) => one?.readings !== undefined);
    const tests = entries.map(({ one, part }) => unjudged(part, one));
    return invalid(question, tests, [say(asked ? 'partAsked' : 'partUnreadable')]);
  }
  const slips = check.slip === undefined ? [] : [check.slip.code];
  const feedback = check.slip === undefined ? [] : [slipTold(check.slip)];
  if (!check.fits) {
    const { rows, columns } = shapeIn(answer.entries);
    return {
      outcome: 'graded',
      result: 'fail',
      points: 0,
      maxPoints: question.points,
      tests: [],
      feedback: [say('matrixShape', { rows, columns }), ...feedback],
      signature: [`${rows}×${columns}`, ...slips].join(' '),
      slips,
    };
  }
  const tests = entries.map(({ one, part }) => told(outcomeOf(part, one), one, check.slip));
  const right = tests.filter(({ passed }) => passed === true).length;
  const own = entries.flatMap(({ one }) => (one?.slip ? [one.slip.code] : []));
  return {
    outcome: 'graded',
    result: resultOf(tests),
    points: hundredths((question.points * right) / count),
    maxPoints: question.points,
    tests,
    feedback: tests.some(({ passed }) => passed === null) ? [say('undecided')] : feedback,
    signature: slips[0] ?? signed(entries.map(({ one, part }) => `${part.id}: ${signatureOf(one)}`).join(' | ')),
    slips: check.slip === undefined ? [...new Set(own)] : slips,
  };
}

const partOf = (id: string, points: number) => ({ id, label: placeLabel(id), points: hundredths(points) });

/** As they are shown. */
const hundredths = (points: number): number => Math.round(points * 100) / 100;

/** What explains the whole is told once; the entries then say only how they were read. */
function told(outcome: TestOutcome, check: MathsCheck | null, slip: Slip | undefined): TestOutcome {
  return slip === undefined ? outcome : { ...outcome, feedback: readingNotes(check) };
}

function slipTold({ code, params }: Slip): Feedback {
  switch (code) {
    case 'transposed':
      return say('matrixTransposed');
    case 'sign':
      return say('matrixSigns');
    case 'one-sign':
      return say('matrixOneSign', { ...params });
    case 'rows-swapped':
      return say('matrixRows', { ...params });
    default:
      return say('matrixColumns', { ...params });
  }
}

const signed = (whole: string): string => (whole.length <= LONG ? whole : `${whole.slice(0, LONG)}… ${hash(whole)}`);

function invalid({ points }: QuestionOf<'matrix'>, tests: TestOutcome[], feedback: Feedback[]): Verdict {
  return {
    outcome: 'invalid',
    result: 'error',
    points: 0,
    maxPoints: points,
    tests,
    feedback,
    signature: '',
    slips: [],
  };
}
