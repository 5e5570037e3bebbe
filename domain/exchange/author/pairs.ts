/** Pairs, with answers that belong to none. */
import { MOST_ANSWERS, MOST_PROMPTS } from '../../kinds/match/pairs.ts';
import type { WrittenItem } from '../../lesson/written/written.ts';
import type { Asked } from '../foreign.ts';
import { ItemRefused } from '../remark.ts';
import type { Authored, Shop } from './shop.ts';

/** Pairs of which one side says nothing are left out. */
export function authorPairs({ pairs, distractors }: Extract<Asked, { form: 'pairs' }>, shop: Shop): Authored {
  const sides = pairs.map(({ left, right }) => ({ left: shop.line(left), right: shop.line(right) }));
  const whole = sides.filter(({ left, right }) => left !== '' && right !== '');
  if (whole.length < sides.length) shop.change('pairs.half', { count: sides.length - whole.length });
  return pairsOf(
    whole,
    distractors.map((one) => shop.line(one)),
    shop,
  );
}

/** As Markdown of one line each, with what is said to who gives it another answer. */
interface Sides {
  left: string;
  right: string;
  notes?: readonly { answer: string; said: string }[];
}

/** What is there twice is taken once, and what does not fit is told. */
export function pairsOf(sides: readonly Sides[], distractors: readonly string[], shop: Shop): Authored {
  const arrowless = sides.map(({ left, right, notes = [] }) => ({
    left: withoutArrow(left, shop),
    right: withoutArrow(right, shop),
    notes,
  }));
  const once = arrowless.filter(
    (one, index) => arrowless.findIndex(({ left, right }) => left === one.left && right === one.right) === index,
  );
  if (once.length < sides.length) shop.change('pairs.twice', { count: sides.length - once.length });
  const answers = new Set(once.map(({ right }) => right));
  const spare = [...new Set(distractors.map((one) => withoutArrow(one, shop)))].filter(
    (one) => one !== '' && !answers.has(one),
  );
  if (once.length < 2 || once.length > MOST_PROMPTS)
    throw new ItemRefused('pairs.length', { found: once.length, most: MOST_PROMPTS });
  const room = MOST_ANSWERS - answers.size;
  if (spare.length > room)
    shop.change('pairs.distractors', {
      names: spare
        .slice(room)
        .map((one) => `“${one}”`)
        .join(', '),
      most: MOST_ANSWERS,
    });
  const kept = spare.slice(0, room);
  const isThere = (answer: string): boolean => answers.has(answer) || kept.includes(answer);
  const items: WrittenItem[] = [
    ...once.map(({ left, right, notes }) => ({
      box: null,
      text: `${left} -> ${right}`,
      notes: notes.flatMap(({ answer, said }) =>
        isThere(answer) && answer !== right ? [`-> ${answer}\n${said}`] : [],
      ),
    })),
    ...kept.map((right) => ({ box: null, text: `-> ${right}`, notes: [] })),
  ];
  return { kind: 'match', items, answer: once.map(({ left, right }) => `- ${left} → ${right}`).join('\n') };
}

/** One that stands between blanks would part the line a second time. */
function withoutArrow(side: string, shop: Shop): string {
  const made = side.replace(/(^|\s)(?:-\\?>|→)(?=\s|$)/g, '$1⟶');
  if (made !== side) shop.change('pairs.arrow');
  return made;
}
