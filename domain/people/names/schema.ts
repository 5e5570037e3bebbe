/** A name as part of what is sent: read by its rules, and refused with the rule that it breaks. */
import { z } from 'zod';
import { type Outcome, REFUSALS, type RefusalCode, type Refused, refuse } from '../../refusal.ts';

/** Longer than any name that the rules would let pass: what is longer is not even read. */
const LONGEST_TYPED = 1_000;

/** @param read gives the name as it is stored, or says what is wrong with it */
export function nameBy(read: (typed: string) => Outcome<{ name: string }>) {
  return z
    .string()
    .max(LONGEST_TYPED)
    .transform((typed, context) => {
      const outcome = read(typed);
      if (outcome.ok) return outcome.name;
      context.addIssue({ code: 'custom', message: outcome.refused, params: { refused: outcome.refused } });
      return z.NEVER;
    });
}

/** Why an input does not fit: the rule that a name breaks, else only where it is. */
export function misfit(error: z.ZodError): Refused {
  return refusedBy(error.issues[0]);
}

/** The same of each place that does not fit, the first reason of each. */
export function misfits(error: z.ZodError): Refused[] {
  const all = error.issues.map(refusedBy);
  return all.filter(({ field }, at) => all.findIndex((one) => one.field === field) === at);
}

function refusedBy(issue: z.core.$ZodIssue | undefined): Refused {
  const named: unknown = issue?.code === 'custom' ? issue.params?.refused : undefined;
  return refuse(isRefusal(named) ? named : 'badInput', issue?.path.join('.'));
}

function isRefusal(code: unknown): code is RefusalCode {
  return REFUSALS.some((known) => known === code);
}
