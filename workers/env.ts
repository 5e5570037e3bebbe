/** The pool's environment, parsed once. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be an address like postgresql://user:password@host:5432/name'),
  NABLA_STATE: z.string().min(1).optional(),
  /** where NumPy and the snapshot of Python are kept, if not in the state folder */
  NABLA_CACHE: z.string().min(1).optional(),
  /** how many submissions are graded at the same time */
  NABLA_SLOTS: z.coerce.number().int().min(1).max(64).optional(),
  NABLA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** @throws Error with one sentence a person can act on */
export function readEnvironment(variables: NodeJS.ProcessEnv) {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(
      `The variable ${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}. docs/production.md lists what the workers need.`,
    );
  }
  const { DATABASE_URL, NABLA_STATE, NABLA_CACHE, NABLA_SLOTS, NABLA_LOG } = parsed.data;
  return {
    databaseUrl: DATABASE_URL,
    stateDir: NABLA_CACHE ?? NABLA_STATE,
    slots: NABLA_SLOTS ?? Math.max(2, availableParallelism()),
    log: NABLA_LOG,
  };
}
