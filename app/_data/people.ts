import 'server-only';
/** Everybody with an account, for admins, a page at a time. */
import { pool } from '../../db/client.ts';
import { PEOPLE_ORDERS, type PeopleOrder, selectPeople } from '../../db/lists.ts';
import type { ListAsked } from '../../domain/list-page.ts';

/** By what the address asks people to be sorted. */
export function peopleOrder(sort: string | undefined, down: string | undefined): { by: PeopleOrder; down: boolean } {
  return { by: PEOPLE_ORDERS.find((one) => one === sort) ?? 'name', down: down === '1' };
}

/** A page of the accounts, in the order that was asked for. */
export async function readPeople(asked: ListAsked, order: { by: PeopleOrder; down: boolean }) {
  const found = await selectPeople(pool(), asked, order);
  return { ...found, rows: found.rows.map(({ since, ...person }) => ({ ...person, since: since.toISOString() })) };
}
