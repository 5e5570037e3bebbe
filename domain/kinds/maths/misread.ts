/** What somebody misunderstood who comes to a certain wrong formula. */
import { checkAnswer, type MathsCheck, type MathsTruth } from '../../maths/check.ts';
import type { Sign } from '../../misconceptions/sign.ts';
import type { QuestionOf } from '../../question.ts';
import { eulerInPlay } from '../common/euler.ts';
import type { Misread, WrongSign } from '../misread.ts';
import { mathsSigns } from './misread-by.ts';

type Maths = QuestionOf<'maths'>;

export const mathsMisread: Misread<'maths'> = {
  ...mathsSigns,
  shows(question, { parts, readings }, sign) {
    const part = partOf(question, sign);
    const given = part === undefined ? '' : (parts[part] ?? '').trim();
    if (part === undefined || given === '') return false;
    return check(question, part, { expected: sign.answer ?? '' }, given, readings?.[part]).verdict === 'equal';
  },
  wrong(question, sign): WrongSign | null {
    const part = partOf(question, sign);
    const truth = part === undefined ? undefined : question.key.truths[part];
    if (part === undefined || truth === undefined) {
      const known = question.parts.map(({ id }) => id).join(', ');
      return { code: 'misconception.part', params: { part: sign.part ?? '', known } };
    }
    const answer = sign.answer ?? '';
    const { verdict } = check(question, part, truth, answer);
    if (verdict === 'invalid') return { code: 'misconception.unread', params: { answer } };
    return verdict === 'equal' ? { code: 'misconception.isRight' } : null;
  },
};

/** The part that a sign speaks of; where there is but one it need not be named. */
function partOf({ parts }: Maths, { part }: Sign): string | undefined {
  if (part === undefined) return parts.length === 1 ? parts[0]?.id : undefined;
  return parts.find(({ id }) => id === part)?.id;
}

function check(question: Maths, part: string, truth: MathsTruth, text: string, chosen?: string): MathsCheck {
  const { variables, positive, key } = question;
  const { decimals } = key.checking?.[part] ?? {};
  return checkAnswer(truth, text, {
    variables,
    positive,
    euler: eulerInPlay(question),
    unasked: true,
    explain: false,
    ...(chosen === undefined ? {} : { chosen }),
    ...(decimals === undefined ? {} : { tolerance: { decimals } }),
  });
}
