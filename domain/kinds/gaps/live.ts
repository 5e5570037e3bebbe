/** A text with gaps in a live room: whoever filled them in with the same is counted together. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import { isUnfit } from '../../people/names/unfit.ts';
import type { QuestionOf } from '../../question.ts';
import { UNFIT_LABEL } from '../common/unfit-label.ts';
import type { LiveKind } from '../live-kind.ts';
import { foldText } from '../text/grade.ts';
import { gaps, gapsOf } from './asked.ts';
import { earnedIn, gapsShare, rightIn, toldOfGaps } from './grade.ts';

export const gapsLive: LiveKind<'gaps'> = {
  share: gapsShare,
  told(question, answer) {
    const words = gapsOf(question).flatMap(({ gap }) => {
      const key = question.key.gaps[gap];
      return key === undefined ? [] : earnedIn(key, answer.gaps[gap] ?? '').words;
    });
    return { feedback: [...toldOfGaps(question, answer), ...words.map((said) => say('textNote', { words: said }))] };
  },
  label: labelOf,
  group: (question, answer) => foldText(labelOf(question, answer), false),
  right: ({ key }) => gaps.text({ kind: 'gaps', gaps: rightGaps(key) }),
  form: (question) => gapsOf(question).map(({ gap, takes, options = [] }) => [gap, takes, options]),
  rehearse({ key }, right, random) {
    const texts = rightGaps(key);
    const names = Object.keys(texts);
    const missed = names[Math.floor(random() * names.length)];
    const wrong = missed === undefined ? undefined : key.gaps[missed];
    if (right || missed === undefined || wrong === undefined) return { kind: 'gaps', gaps: texts };
    return { kind: 'gaps', gaps: { ...texts, [missed]: wrongIn(wrong) } };
  },
  asksWhole: true,
};

/** What is right in each gap. */
export const rightGaps = (key: QuestionOf<'gaps'>['key']): Record<string, string> =>
  Object.fromEntries(Object.entries(key.gaps).map(([name, one]) => [name, rightIn(one)]));

function wrongIn(key: QuestionOf<'gaps'>['key']['gaps'][string]): string {
  if (key.takes === 'number') return earnedIn(key, '0').share === 0 ? '0' : '1000000';
  return key.entries.find(({ share }) => share <= 0)?.text ?? '?';
}

function labelOf(_question: QuestionOf<'gaps'>, answer: AnswerOf<'gaps'>): string {
  return Object.values(answer.gaps).some(isUnfit) ? UNFIT_LABEL : gaps.text(answer);
}
