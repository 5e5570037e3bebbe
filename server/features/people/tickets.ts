/** Tickets to print for students of a class: what they sign in with, and a one-time link. No password is on them. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { voidLinks } from '../../../db/users.ts';
import { MOST_PEOPLE } from '../../../domain/exchange/roster/read.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass, toClass } from '../standing.ts';
import { makeLink, SLIP_HOURS } from './one-time-link.ts';

export interface Ticket {
  userId: string;
  name: string;
  login: string;
  /** path of the one-time link, good for 14 days */
  link: string;
}

/**
 * A new link for each of these whose account the class has made; the ones before are void. Whoever else is named is left out: a link to
 * their password is given by the class that made their account, or by an admin.
 */
export const makeTickets = command({
  input: z.strictObject({ classId: z.uuid(), userIds: z.array(z.uuid()).min(1).max(MOST_PEOPLE) }),
  allow: ofClass('class.people'),
  run: async (person, { classId, userIds }): Promise<Outcome<{ tickets: Ticket[] }>> => {
    const manages = can(person.role, 'class.manage', await toClass(person, classId));
    return database().$transaction(
      async (tx) => {
        const students = await tx.user.findMany({
          where: {
            id: { in: userIds },
            role: 'student',
            disabledAt: null,
            madeInId: classId,
            enrolments: { some: { classId, role: 'student' } },
            // who assists gives out first passwords, and no others
            ...(manages ? {} : { passwordHash: null }),
          },
          select: { id: true, name: true, fullName: true, login: true },
        });
        const tickets = new Map<string, Ticket>();
        for (const { id, name, fullName, login } of students) {
          await voidLinks(tx, { userId: id });
          const link = await makeLink(tx, id, person.id, SLIP_HOURS);
          tickets.set(id, { userId: id, name: fullName ?? name, login, link });
        }
        // in the order in which they were asked for: that of the page
        return { ok: true as const, tickets: userIds.flatMap((id) => tickets.get(id) ?? []) };
      },
      { timeout: 30_000 },
    );
  },
});
