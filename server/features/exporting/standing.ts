/** How somebody stands to the questions that they want to take out: as to the one that is farthest from them. */

import { database } from '../../../db/client.ts';
import { type StoredForExport, selectForExport, selectNewestVersions } from '../../../db/exports.ts';
import type { Person } from '../../../domain/people/person.ts';
import { SHARES } from '../../../domain/people/policies/rule.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';

async function standing(
  person: Person,
  { questionIds }: { questionIds: readonly string[] },
): Promise<Standing<StoredForExport[]> | Refused> {
  const asked = [...new Set(questionIds)];
  const found = await selectForExport(database(), await selectNewestVersions(database(), asked), person.id);
  if (found.length < asked.length) return refuse('notFound', 'questionIds');
  const shared = Math.min(
    ...found.map(({ relation: { own, shared } }) =>
      own === true ? SHARES.length : shared === undefined ? -1 : SHARES.indexOf(shared),
    ),
  );
  const own = found.every(({ relation }) => relation.own === true);
  return { relation: { own, shared: SHARES[Math.min(shared, SHARES.length - 1)] }, found };
}

/** What may be looked at may be asked for; of what may not be copied it is said that it stays. */
export const ofExported = { action: 'question.look', standing } as const;
