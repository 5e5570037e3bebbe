'use client';
/**
 * What a page calls on the server, typed by the commands themselves: `calls.desk.board.mutate({ … })`. A call always ends with
 * an outcome and never throws; a lost connection is an outcome like any other.
 */
import { createTRPCClient, getUntypedClient, type TRPCLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { type Outcome, type Refused, refuse } from '../../domain/refusal.ts';
import type { CallRouter } from '../api/_serving/calls.ts';

const MOUNT = '/api/rpc';

/** How a call goes out, as the `context` of its options. */
export type Sending = {
  /** sent even while the page goes; browsers take up to 64 KB this way */
  keepalive?: boolean;
  /** one that takes longer is lost */
  limitMs?: number;
};

/** One call, one request: what is being typed does not wait for another call, nor that for it. */
const post: TRPCLink<CallRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      void send(op.path, op.input, op.context).then((data) => {
        observer.next({ result: { data } });
        observer.complete();
      });
    });

export const calls = createTRPCClient<CallRouter>({ links: [post] });

type Inputs = inferRouterInputs<CallRouter>;
type Outputs = inferRouterOutputs<CallRouter>;
export type Folder = keyof Inputs & string;
export type NameIn<F extends Folder> = keyof Inputs[F] & keyof Outputs[F] & string;
/** What a command takes. */
export type Taken<F extends Folder, N extends NameIn<F>> = Inputs[F][N];
/** What a command gives where it is not refused. */
export type Given<F extends Folder, N extends NameIn<F>> = Extract<Outputs[F][N], { ok: true }>;

/** A call whose name is only known while the page runs, as typed as the others. */
export async function call<F extends Folder, N extends NameIn<F>>(
  folder: F,
  name: N,
  input: Taken<F, N>,
): Promise<Given<F, N> | Refused> {
  const outcome = await getUntypedClient(calls).mutation(`${folder}.${name}`, input);
  // the command of this name gives it: what `calls` says of each, said of all
  return outcome as Given<F, N> | Refused;
}

async function send(name: string, input: unknown, { keepalive = false, limitMs }: Sending): Promise<Outcome<object>> {
  const given = new AbortController();
  const timer = limitMs === undefined ? undefined : setTimeout(() => given.abort(), limitMs);
  try {
    const response = await fetch(`${MOUNT}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      keepalive,
      signal: given.signal,
    });
    const answer: { result?: { data?: unknown }; error?: { data?: unknown } } = await response.json();
    const outcome = answer.result?.data ?? answer.error?.data;
    return isOutcome(outcome) ? outcome : refuse('unavailable');
  } catch {
    return refuse('unavailable');
  } finally {
    clearTimeout(timer);
  }
}

/** A proxy in between may answer in its own words. */
function isOutcome(told: unknown): told is Outcome<object> {
  return typeof told === 'object' && told !== null && 'ok' in told && typeof told.ok === 'boolean';
}
