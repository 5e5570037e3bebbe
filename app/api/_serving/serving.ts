import 'server-only';
/** What is done for every call: only for the signed-in, only from our own pages, only input that fits, always an outcome. */
import type { z } from 'zod';
import { misfit } from '../../../domain/people/names/schema.ts';
import { type Outcome, type RefusalCode, type Refused, refusalOfFault, refuse } from '../../../domain/refusal.ts';
import { environment } from '../../../server/env.ts';
import type { Command, PublicCommand } from '../../../server/features/contract.ts';
import { StrangerLimits } from '../../../server/features/stranger-limits.ts';
import { isOwnOrigin } from '../../../server/hosts.ts';
import { makeLog } from '../../../server/log.ts';
import { currentSignIn } from '../../_data/viewer.ts';

const LARGEST = 256 * 1024;
const STATUS: Partial<Record<RefusalCode, number>> = {
  notSignedIn: 401,
  notAllowed: 403,
  notFound: 404,
  tooMany: 429,
  badInput: 400,
  unavailable: 503,
  storedLater: 503,
};

/** Reads what was asked for, and does it. What it throws is a fault of ours: `toldFault`. */
export type Serve = (request: Request) => Promise<Outcome<object>>;

/** Serves a command, which says itself what it takes and who may. */
export function serving(command: Command | PublicCommand): Serve {
  const serve = isPublic(command) ? servingStrangers(command) : servingSignedIn(command);
  return async (request) => {
    // a page of another site cannot send JSON with our cookies; the origin is looked at all the same
    const from = { origin: request.headers.get('origin'), host: request.headers.get('host') };
    return isOwnOrigin(from, environment()) ? serve(request) : refuse('notAllowed');
  };
}

/** The status of HTTP with which an outcome is sent. */
export function statusOf(outcome: Outcome<object>): number {
  return outcome.ok ? 200 : (STATUS[outcome.refused] ?? 409);
}

/** Writes a fault of ours to the log, and says under which number it stands there. */
export function toldFault(request: Request, error: unknown): Refused {
  const fault = request.headers.get('x-nabla-request') ?? 'unknown';
  const path = new URL(request.url).pathname;
  makeLog('pages', environment().log).error({ err: error, path, request: fault }, 'endpoint failed');
  return refusalOfFault(error, fault);
}

function isPublic(command: Command | PublicCommand): command is PublicCommand {
  return command.allow === 'everybody';
}

function servingSignedIn(command: Command): Serve {
  return async (request) => {
    const signedIn = await currentSignIn();
    if (signedIn === undefined) return refuse('notSignedIn');
    const read = await readBody(request, command.input, command.largest);
    return read.ok ? command(signedIn.person, read.input, signedIn.signIn) : read;
  };
}

/** For people who have no account yet: what is refused costs their address a growing wait. */
function servingStrangers(command: PublicCommand): Serve {
  const limits = new StrangerLimits();
  return async (request) => {
    const address = request.headers.get('x-nabla-address') ?? 'unknown';
    if (!limits.begin(address, performance.now())) return refuse('tooMany');
    const read = await readBody(request, command.input);
    const outcome = read.ok ? await command(read.input, { address }) : read;
    return outcome.ok || limits.refused(address, performance.now()) ? outcome : refuse('tooMany');
  };
}

async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  largest = LARGEST,
): Promise<Outcome<{ input: z.infer<S> }>> {
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) return refuse('badInput');
  const text = await request.text();
  if (text.length > largest) return refuse('badInput');
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? { ok: true, input: parsed.data } : misfit(parsed.error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
