/**
 * What somebody may call, with the permission in it. A command without its `allow` does not compile, an endpoint takes
 * nothing but a command, and the permission table is asked here, before the command begins.
 */
import type { z } from 'zod';
import { type BoundAction, can, type FreeAction, type Relation } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../domain/refusal.ts';

/** How somebody stands to what they name, with what was read to find it out. */
export interface Standing<Found> {
  relation: Relation;
  found: Found;
}

/** A refusal says that there is no such thing. */
type FindStanding<Input, Found> = (person: Person, input: Input) => Promise<Standing<Found> | Refused>;

/** An action that a role alone decides; or one that also needs to know how somebody stands to what they name. */
export type Rule<Input, Found> =
  | 'signedIn'
  | FreeAction
  | { action: BoundAction; standing: FindStanding<Input, Found> };

/** A rule; or which one, by what is asked for. */
export type Allow<Input, Found = unknown> = Rule<Input, Found> | ((input: Input) => Rule<Input, Found>);

/** What an `allow` finds on the way. */
export type FoundBy<A> = A extends { standing: (...given: never[]) => Promise<infer S> }
  ? Extract<S, Standing<unknown>>['found']
  : undefined;

/** Only `command` and `publicCommand` below can make what bears this. */
const asks: unique symbol = Symbol('asks before it acts');

/**
 * @param person who is signed in
 * @param signIn by which sign-in, where a browser asks
 */
export interface Command<S extends z.ZodType = z.ZodType, O extends Outcome<object> = Outcome<object>> {
  (person: Person, input: z.infer<S>, signIn?: string): Promise<O | Refused>;
  readonly input: S;
  readonly allow: Allow<z.infer<S>>;
  /** signs that may be sent; left out: what is usual */
  readonly largest?: number;
  readonly [asks]: 'signedIn';
}

/** Where somebody asks from who has no account: what a throttle counts by (server/hosts.ts). */
export interface Stranger {
  address: string;
}

/** A command for people who have no account yet. */
export interface PublicCommand<S extends z.ZodType = z.ZodType, O extends Outcome<object> = Outcome<object>> {
  (input: z.infer<S>, from?: Stranger): Promise<O>;
  readonly input: S;
  readonly allow: 'everybody';
  readonly [asks]: 'everybody';
}

/** A command for people who are signed in. Without the action that it needs it does not compile. */
export function command<
  S extends z.ZodType,
  const A extends Allow<z.infer<S>>,
  O extends Outcome<object> = Outcome<object>,
>(contract: {
  input: S;
  allow: A;
  largest?: number;
  run: (person: Person, input: z.infer<S>, found: FoundBy<A>, signIn?: string) => Promise<O>;
}): Command<S, O> {
  const { input, allow, run, largest } = contract;
  const ask = async (person: Person, given: z.infer<S>, signIn?: string): Promise<O | Refused> => {
    const asked = await authorise<z.infer<S>, A>(person, allow, given);
    return asked.ok ? run(person, given, asked.found, signIn) : asked;
  };
  return Object.assign(ask, {
    input,
    allow,
    ...(largest === undefined ? {} : { largest }),
    [asks]: 'signedIn' as const,
  });
}

/** A command that is open to everybody: it is told from where it was called. */
export function publicCommand<S extends z.ZodType, O extends Outcome<object>>(contract: {
  input: S;
  allow: 'everybody';
  run: (input: z.infer<S>, from: Stranger) => Promise<O>;
}): PublicCommand<S, O> {
  const { input, allow, run } = contract;
  const ask = (given: z.infer<S>, from: Stranger = { address: 'unknown' }) => run(given, from);
  return Object.assign(ask, { input, allow, [asks]: 'everybody' as const });
}

/** Which rule holds for what is asked for. */
export function ruleFor<Input, Found>(allow: Allow<Input, Found>, input: Input): Rule<Input, Found> {
  return typeof allow === 'function' ? allow(input) : allow;
}

/** Asks the permission table; nobody else has to. */
export async function authorise<Input, A extends Allow<Input>>(
  person: Person | undefined,
  allow: A,
  input: Input,
): Promise<Outcome<{ person: Person; found: FoundBy<A> }>> {
  const rule = ruleFor<Input, unknown>(allow, input);
  if (person === undefined) return refuse(rule === 'signedIn' ? 'notSignedIn' : 'notAllowed');
  // what a rule finds is of the type that the rule says: `FoundBy` reads it off
  const allowed = (found: unknown) => ({ ok: true as const, person, found: found as FoundBy<A> });
  if (rule === 'signedIn') return allowed(undefined);
  if (typeof rule === 'string') return can(person.role, rule) ? allowed(undefined) : refuse('notAllowed');
  const standing = await rule.standing(person, input);
  if ('refused' in standing) return standing;
  return can(person.role, rule.action, standing.relation) ? allowed(standing.found) : refuse('notAllowed');
}
