'use client';
/**
 * What a page calls on the server, typed by the commands themselves: `calls.board.read.mutate({ … })`. A call always ends with
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
type Folder = keyof Inputs & string;
type NameIn<F extends Folder> = keyof Inputs[F] & keyof Outputs[F] & string;
/** As it is called: `people.add`. */
export type CallName = { [F in Folder]: `${F}.${NameIn<F>}` }[Folder];
/** What a command takes. */
export type Taken<N extends CallName> = N extends `${infer F extends Folder}.${infer C}`
  ? Inputs[F][C & keyof Inputs[F]]
  : never;
/** What a command gives where it is not refused. */
export type Given<N extends CallName> = N extends `${infer F extends Folder}.${infer C}`
  ? Extract<Outputs[F][C & keyof Outputs[F]], { ok: true }>
  : never;

/** A call whose name is only known while the page runs, as typed as the others. */
export async function call<N extends CallName>(name: N, input: Taken<N>): Promise<Given<N> | Refused> {
  const outcome = await getUntypedClient(calls).mutation(name, input);
  // the command of this name gives it: what `calls` says of each, said of all
  return outcome as Given<N> | Refused;
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
    // the network went, it took too long, or a proxy in between has answered in its own words
    return refuse('unavailable');
  } finally {
    clearTimeout(timer);
  }
}

/** A proxy in between may answer in its own words. */
function isOutcome(told: unknown): told is Outcome<object> {
  return typeof told === 'object' && told !== null && 'ok' in told && typeof told.ok === 'boolean';
}
