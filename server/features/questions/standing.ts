/** How somebody stands to a question of a bank that they name. */

import { type StoredBanked, selectOptionalBanked } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import type { BoundAction } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { SHARES, type Share } from '../../../domain/people/policies/rule.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';

/** For all the questions that the input names at once: somebody stands to them as to the one that is farthest from them. */
export function ofQuestions<A extends BoundAction>(action: A) {
  const standing = async (
    person: Person,
    { questionIds }: { questionIds: readonly string[] },
  ): Promise<Standing<StoredBanked[]> | Refused> => {
    const found = await Promise.all(questionIds.map((id) => selectOptionalBanked(database(), id, person.id)));
    const all = found.filter((one) => one !== undefined);
    if (all.length < questionIds.length) return refuse('notFound', 'questionIds');
    const relation = {
      own: all.every(({ relation: { own } }) => own === true),
      edits: all.every(({ relation: { edits } }) => edits === true),
      shared: leastOf(all.map(({ relation: { own, shared } }) => (own === true ? 'edit' : shared))),
    };
    return { relation, found: all.map(({ question }) => question) };
  };
  return { action, standing };
}

/** As far as all of them are shared; undefined: one of them is not. */
function leastOf(shared: readonly (Share | undefined)[]): Share | undefined {
  return SHARES[Math.min(...shared.map((one) => (one === undefined ? -1 : SHARES.indexOf(one))))];
}

/** For a question that the input names; those of lessons are no questions of a bank. */
export function ofQuestion<A extends BoundAction>(action: A) {
  const standing = async (
    person: Person,
    { questionId }: { questionId: string },
  ): Promise<Standing<StoredBanked> | Refused> => {
    const found = await selectOptionalBanked(database(), questionId, person.id);
    if (found === undefined) return refuse('notFound', 'questionId');
    return { relation: found.relation, found: found.question };
  };
  return { action, standing };
}
