import 'server-only';
/** What every endpoint does: only for the signed-in, only from our own pages, only input that fits, always an outcome. */
import type { z } from 'zod';
import { misfit } from '../../../domain/names/schema.ts';
import { type Outcome, type RefusalCode, refuse } from '../../../domain/refusal.ts';
import type { Command, PublicCommand } from '../../../server/commands/contract.ts';
import { StrangerLimits } from '../../../server/commands/stranger-limits.ts';
import { environment } from '../../../server/env.ts';
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
};

type Handler = (request: Request) => Promise<Response>;

/** Makes a POST handler from a command, which says itself what it takes and who may. */
export function endpoint(command: Command | PublicCommand): Handler {
  return isPublic(command) ? publicEndpoint(command) : signedInEndpoint(command);
}

/** Makes a POST handler for a folder of commands, by their names. */
export function endpointsOf(commands: Readonly<Record<string, Command | PublicCommand>>) {
  const handlers = new Map(Object.entries(commands).map(([name, command]) => [name, endpoint(command)]));
  return async (request: Request, { params }: { params: Promise<{ command: string }> }): Promise<Response> =>
    handlers.get((await params).command)?.(request) ?? answer(refuse('notFound'));
}

function isPublic(command: Command | PublicCommand): command is PublicCommand {
  return command.allow === 'everybody';
}

function signedInEndpoint(command: Command): Handler {
  return (request) =>
    guarded(request, async () => {
      const signedIn = await currentSignIn();
      if (signedIn === undefined) return refuse('notSignedIn');
      const read = await readBody(request, command.input);
      return read.ok ? command(signedIn.person, read.input, signedIn.signIn) : read;
    });
}

/** For people who have no account yet: what is refused costs their address a growing wait. */
function publicEndpoint(command: PublicCommand): Handler {
  const limits = new StrangerLimits();
  return (request) =>
    guarded(request, async () => {
      const address = request.headers.get('x-nabla-address') ?? 'unknown';
      if (!limits.begin(address, performance.now())) return refuse('tooMany');
      const read = await readBody(request, command.input);
      const outcome = read.ok ? await command(read.input, { address }) : read;
      return outcome.ok || limits.refused(address, performance.now()) ? outcome : refuse('tooMany');
    });
}

async function guarded(request: Request, serve: () => Promise<Outcome<object>>): Promise<Response> {
  try {
    // a page of another site cannot send JSON with our cookies; the origin is looked at all the same
    const { headers } = request;
    const from = { origin: headers.get('origin'), host: headers.get('host') };
    if (!isOwnOrigin(from, environment())) return answer(refuse('notAllowed'));
    return answer(await serve());
  } catch (error) {
    makeLog('pages', environment().log).error({ err: error, path: new URL(request.url).pathname }, 'endpoint failed');
    return answer(refuse('unavailable'));
  }
}

async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<Outcome<{ input: z.infer<S> }>> {
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) return refuse('badInput');
  const text = await request.text();
  if (text.length > LARGEST) return refuse('badInput');
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? { ok: true, input: parsed.data } : misfit(parsed.error);
}

function answer(outcome: Outcome<object>): Response {
  return Response.json(outcome, { status: outcome.ok ? 200 : (STATUS[outcome.refused] ?? 409) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
