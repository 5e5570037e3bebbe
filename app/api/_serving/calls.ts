import 'server-only';
/**
 * The commands as calls that pages make: a router of tRPC's, made from the registry of commands. tRPC finds the command by
 * its name and wraps the outcome; what is sent is read by `serving.ts`, in its order and with its refusals.
 */
import { initTRPC, type TRPCMutationProcedure } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { z } from 'zod';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import type { Command, PublicCommand } from '../../../server/features/contract.ts';
import { commands } from '../../../server/features/endpoints.ts';
import { serving, statusOf, toldFault } from './serving.ts';

const MOUNT = '/api/rpc';

interface Asked {
  /** as it came: its body has not been read */
  request: Request;
}

const { router, procedure } = initTRPC.context<Asked>().create({
  isDev: false,
  errorFormatter: ({ shape: { code }, error, ctx }) => {
    const data = refusalOf(error, ctx);
    // not the error's own message: of a fault of ours nothing is told but its number
    return { message: data.refused, code, data };
  },
});

/** Always by POST: a GET, which a link or an image of another site can send, runs nothing. */
type Call<C> = C extends ((...given: never[]) => Promise<infer O>) & { readonly input: infer S extends z.ZodType }
  ? TRPCMutationProcedure<{ input: z.input<S>; output: O; meta: object }>
  : never;
type Calls<R> = { [Name in keyof R]: Call<R[Name]> };
type Folders = typeof commands;

function callsOf(folder: Readonly<Record<string, Command | PublicCommand>>) {
  const made = Object.entries(folder).map(([name, command]) => {
    const serve = serving(command);
    return [name, procedure.mutation(({ ctx }) => serve(ctx.request))] as const;
  });
  return Object.fromEntries(made);
}

const folders = Object.entries(commands).map(([name, folder]) => [name, callsOf(folder)] as const);
// each serves the command of its name, and so takes and gives what that does
const calls = router(Object.fromEntries(folders) as unknown as { [F in keyof Folders]: Calls<Folders[F]> });
/** What pages may call, for the types of `app/_calls`. */
export type CallRouter = typeof calls;

/** Answers a call. */
export function serveCall(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  return fetchRequestHandler({
    endpoint: MOUNT,
    // tRPC is handed the name alone: no batches, no streams, no other forms of a body
    req: new Request(origin + pathname, { method: 'POST', headers: { 'content-type': 'application/json' } }),
    router: calls,
    allowBatching: false,
    createContext: () => ({ request }),
    responseMeta: ({ data: [answer] }) => ({ status: answer === undefined ? 503 : statusOf(outcomeOf(answer)) }),
  });
}

/** What tRPC throws by itself is that there is no such command; whatever else is thrown is a fault of ours. */
function refusalOf(error: { code: string; cause?: unknown }, asked: Asked | undefined): Refused {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return refuse('notFound');
  return asked === undefined ? refuse('unavailable') : toldFault(asked.request, error.cause ?? error);
}

function outcomeOf(answer: { result: { data?: unknown } } | { error: { data: Refused } }): Outcome<object> {
  // the one is what `serve` gave, the other what `errorFormatter` did
  return 'error' in answer ? answer.error.data : (answer.result.data as Outcome<object>);
}
