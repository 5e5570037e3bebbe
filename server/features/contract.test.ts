/** A contract without its permission does not compile: each line below that expects an error is one that the types refuse. */
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Person } from '../../domain/people/person.ts';
import { refuse } from '../../domain/refusal.ts';
import { authorise, type Command, command, type Standing } from './contract.ts';

const input = z.strictObject({ name: z.string() });
const run = async () => ({ ok: true as const });
const person = (role: Person['role']): Person => ({ id: 'p', name: 'P', login: 'p', role });
const standing = async (who: Person): Promise<Standing<string>> => ({
  relation: { teaches: who.role === 'teacher' },
  found: 'what was read',
});

describe('a command', () => {
  it('is made of what it takes, who may, and what it does: without one of them it does not compile', () => {
    // @ts-expect-error no `allow`
    command({ input, run });
    // @ts-expect-error no such action
    command({ input, allow: 'class.burn', run });
    // @ts-expect-error how somebody stands to the class has to be found out
    command({ input, allow: 'class.results', run });
    // @ts-expect-error a role alone decides this one, there is nothing to find out
    command({ input, allow: { action: 'course.manage', standing }, run });
    // @ts-expect-error a plain function has asked nobody
    const plain: Command = run;
    expect(plain).toBe(run);
  });

  it('does nothing before it has asked, and is given what was found on the way', async () => {
    const done = vi.fn(async (_who: Person, _input: { name: string }, found: string) => ({ ok: true as const, found }));
    const asked = command({ input, allow: { action: 'class.results', standing }, run: done });
    expect(await asked(person('student'), { name: 'x' })).toEqual(refuse('notAllowed'));
    expect(done).not.toHaveBeenCalled();
    expect(await asked(person('teacher'), { name: 'x' })).toEqual({ ok: true, found: 'what was read' });
  });

  it('of which the thing is not there is refused with that', async () => {
    const nowhere = { action: 'class.results', standing: async () => refuse('notFound') } as const;
    expect(await authorise(person('admin'), nowhere, undefined)).toEqual(refuse('notFound'));
  });

  it('may ask for something else by what it is given', async () => {
    const made = command({
      input,
      allow: ({ name }) => (name === 'course' ? 'course.manage' : 'class.create'),
      run,
    });
    expect(await made(person('teacher'), { name: 'course' })).toEqual(refuse('notAllowed'));
    expect(await made(person('teacher'), { name: 'class' })).toEqual({ ok: true });
  });

  it('is open to nobody who is not signed in', async () => {
    expect(await authorise(undefined, 'signedIn', undefined)).toEqual(refuse('notSignedIn'));
    expect(await authorise(undefined, 'lesson.read', undefined)).toEqual(refuse('notAllowed'));
  });
});
