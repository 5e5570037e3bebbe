/** What a database's refusal means for the person at the terminal, in one sentence. */
export function explain(error: unknown): string {
  const said = told(error);
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|reach database server|\bP1001\b/i.test(said))
    return 'The database does not answer: check DATABASE_URL and that PostgreSQL runs there.';
  if (/password authentication|Authentication failed|28P01|\bP1000\b/i.test(said))
    return 'The database refuses the user or password in DATABASE_URL: correct it.';
  if (/3D000|\bP1003\b/.test(said))
    return 'There is no such database as DATABASE_URL names: make it, or correct the name.';
  if (/42P01|\bP2021\b/.test(said))
    return 'The database has no tables yet: start the classroom on it once (npm start), then run this again.';
  return `That did not work: ${said.split('\n').find((line) => line.trim() !== '') ?? 'no reason was given'}`;
}

/** An error with its causes and their codes: drivers put the reason inside. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const inside = error instanceof AggregateError ? error.errors.map(told).join('\n') : '';
  return [error.message, code, inside, error.cause === undefined ? '' : told(error.cause)].join('\n');
}
