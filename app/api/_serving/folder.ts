import 'server-only';
/** Commands by addresses of their own, the outcome bare: as pages asked that were opened before there were calls. */
import { refuse } from '../../../domain/refusal.ts';
import type { Command, PublicCommand } from '../../../server/features/contract.ts';
import { serving, statusOf, toldFault } from './serving.ts';

/** Makes a POST handler for a folder of commands, by their names. */
export function servingFolder<P extends string>(
  param: P,
  folder: Readonly<Record<string, Command | PublicCommand>>,
): (request: Request, context: { params: Promise<Record<P, string>> }) => Promise<Response> {
  const known = new Map(Object.entries(folder).map(([name, command]) => [name, serving(command)]));
  return async (request, { params }) => {
    const serve = known.get((await params)[param]);
    try {
      const outcome = serve === undefined ? refuse('notFound') : await serve(request);
      return Response.json(outcome, { status: statusOf(outcome) });
    } catch (error) {
      const told = toldFault(request, error);
      return Response.json(told, { status: statusOf(told) });
    }
  };
}
