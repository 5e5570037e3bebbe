/** Calls as pages make them: the one place of the tests that knows how they are sent and how an outcome comes back. */

/** What an endpoint told, as its JSON says it. */
export type Told = { ok: boolean; refused?: string; field?: string } & Record<string, unknown>;

/** The address of a command, by its name: `board.read`. */
export function addressOf(name: string): string {
  return `/api/rpc/${name}`;
}

/** The outcome in what a call was answered. */
export function outcomeIn<T extends object = Told>(text: string): T {
  const { result, error } = JSON.parse(text);
  return result?.data ?? error?.data;
}

/** Calls a command on a server. @returns also the answer as it came */
export async function call<T extends object = Told>(
  address: string,
  name: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; outcome: T; text: string }> {
  const response = await fetch(address + addressOf(name), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  return { status: response.status, outcome: outcomeIn<T>(text), text };
}
