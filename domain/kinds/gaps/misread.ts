/** What somebody misunderstood who puts something certain into a gap. */
import type { Sign } from '../../misconceptions/sign.ts';
import type { QuestionOf } from '../../question.ts';
import type { Misread, WrongSign } from '../misread.ts';
import { foldText } from '../text/grade.ts';
import type { GapKey } from './document.ts';
import { earnedIn } from './grade.ts';
import { gapsSigns } from './misread-by.ts';
import { numberIn } from './reading.ts';

export const gapsMisread: Misread<'gaps'> = {
  ...gapsSigns,
  shows(question, { gaps }, sign) {
    const found = gapOf(question, sign);
    return found !== undefined && same(found[1], gaps[found[0]] ?? '', sign.answer ?? '');
  },
  said(question, sign) {
    const found = gapOf(question, sign);
    return found !== undefined && earnedIn(found[1], sign.answer ?? '').words.length > 0;
  },
  wrong(question, sign): WrongSign | null {
    const found = gapOf(question, sign);
    if (found === undefined) {
      const known = Object.keys(question.key.gaps).join(', ');
      return { code: 'misconception.part', params: { part: sign.part ?? '', known } };
    }
    return earnedIn(found[1], sign.answer ?? '').share === 1 ? { code: 'misconception.isRight' } : null;
  },
};

function gapOf({ key }: QuestionOf<'gaps'>, { part }: Sign): [string, GapKey] | undefined {
  const all = Object.entries(key.gaps);
  return part === undefined ? (all.length === 1 ? all[0] : undefined) : all.find(([name]) => name === part);
}

function same(key: GapKey, given: string, meant: string): boolean {
  if (key.takes === 'number') {
    const [one, other] = [numberIn(given), numberIn(meant)];
    return one.ok && other.ok && one.value === other.value;
  }
  const capitals = key.takes === 'text' && key.capitals;
  const texts = key.takes === 'several' ? given.split('\n') : [given];
  return texts.some((text) => foldText(text, capitals) === foldText(meant, capitals));
}
