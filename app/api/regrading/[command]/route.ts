/** What teachers and admins do about grades that must be made anew: one address a command, as for the rest of the desk. */
import { refuse } from '../../../../domain/refusal.ts';
import { failureScope, gradeAgain, gradeAgainInput, readFailures } from '../../../../server/commands/grade-again.ts';
import { readRegrade, readRegradeOffer, regradeScope } from '../../../../server/commands/read-regrade.ts';
import {
  applyRegrade,
  cancelRegrade,
  newRegrade,
  regradeInput,
  startRegrade,
} from '../../../../server/commands/regrade.ts';
import { endpoint } from '../../_endpoint/endpoint.ts';

const commands = {
  offer: endpoint(regradeScope, readRegradeOffer),
  start: endpoint(newRegrade, startRegrade),
  read: endpoint(regradeInput, readRegrade),
  apply: endpoint(regradeInput, applyRegrade),
  cancel: endpoint(regradeInput, cancelRegrade),
  failures: endpoint(failureScope, readFailures),
  gradeAgain: endpoint(gradeAgainInput, gradeAgain),
};

export async function POST(request: Request, { params }: { params: Promise<{ command: string }> }): Promise<Response> {
  const { command } = await params;
  const found = Object.entries(commands).find(([name]) => name === command)?.[1];
  return found === undefined ? Response.json(refuse('notFound'), { status: 404 }) : found(request);
}
