/** For people who cannot sign in yet: join a class with a new account, choose a new password by a one-time link. */
import { refuse } from '../../../../domain/refusal.ts';
import { joinWithNewAccount, newAccount } from '../../../../server/commands/classes.ts';
import { resetUse, useReset } from '../../../../server/commands/people.ts';
import { publicEndpoint } from '../../_endpoint/endpoint.ts';

const commands = {
  join: publicEndpoint(newAccount, joinWithNewAccount),
  reset: publicEndpoint(resetUse, useReset),
};

export async function POST(request: Request, { params }: { params: Promise<{ command: string }> }): Promise<Response> {
  const { command } = await params;
  const found = Object.entries(commands).find(([name]) => name === command)?.[1];
  return found === undefined ? Response.json(refuse('notFound'), { status: 404 }) : found(request);
}
