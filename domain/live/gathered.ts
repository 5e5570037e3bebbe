/** What people said in their own words, gathered: each by itself, or words that are the same together, with what was done to them. */
import type { Answer } from '../answer.ts';
import { hash } from '../judging/random.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../question.ts';
import type { Sayings } from './sayings.ts';

/** How what is said to a question is shown; null: nothing of the sort is asked for. */
export const saidAs = (question: Question): 'cards' | 'cloud' | null =>
  kindOf(question).live.said?.as(question) ?? null;

interface Said<P> {
  /** what a card is told by: one each */
  who: string;
  by: P;
  answer: Answer;
}

export interface Gathered<P> {
  key: string;
  text: string;
  count: number;
  by: P[];
  hidden: boolean;
  /** the name under which it was put together with others */
  group: string | null;
}

/**
 * @param given in the order in which they are shown
 * @param hides whether something is hidden that nobody has said anything about
 */
export function gathered<P>(
  question: Question,
  given: readonly Said<P>[],
  { hidden, groups }: Pick<Sayings, 'hidden' | 'groups'>,
  hides: (text: string, by: readonly P[]) => boolean,
): Gathered<P>[] {
  const as = saidAs(question);
  const { said } = kindOf(question).live;
  if (as === null || said === undefined) return [];
  const pieces = given
    .filter(({ answer }) => answer.kind === question.kind)
    .flatMap(({ who, by, answer }) =>
      said.texts(question, answer).map((text) => ({
        text,
        by,
        key: as === 'cards' ? who : hash(said.same(text)).toString(36),
      })),
    );
  const groupOf = new Map(groups.flatMap(({ name, of }) => of.map((key) => [key, name] as const)));
  return [...Map.groupBy(pieces, ({ key }) => key)].map(([key, same]) => {
    const by = same.map((one) => one.by);
    const text = same[0]?.text ?? '';
    return {
      key,
      text,
      count: same.length,
      by,
      hidden: hidden[key] ?? hides(text, by),
      group: groupOf.get(key) ?? null,
    };
  });
}
