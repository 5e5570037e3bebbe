/** How an admin stands to an account that they name. */
import type { Person } from '../../../domain/people/person.ts';
import type { Standing } from '../contract.ts';

export async function toAccount(person: Person, input: { userId: string }): Promise<Standing<undefined>> {
  return { relation: { own: input.userId === person.id }, found: undefined };
}
