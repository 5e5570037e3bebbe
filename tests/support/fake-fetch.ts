/** A server at the other end of a page's calls, for unit tests of hooks: `vi.stubGlobal('fetch', fakeCalls().fetch)`. */

/** What a command answers; undefined: the network is away. */
type Answers = Record<string, ((input: never) => object | undefined | Promise<object | undefined>) | undefined>;

export interface FakeCalls {
  answers: Answers;
  /** the inputs that have come under a name, in their order */
  asked<I>(name: string): I[];
  fetch: typeof fetch;
}

export function fakeCalls(answers: Answers = {}): FakeCalls {
  const came: { name: string; input: unknown }[] = [];
  const calls: FakeCalls = {
    answers,
    asked: <I>(name: string) => came.filter((one) => one.name === name).map((one) => one.input as I),
    async fetch(address, request) {
      const name = String(address).split('/').at(-1) ?? '';
      const input: unknown = JSON.parse(String(request?.body));
      came.push({ name, input });
      const data = await calls.answers[name]?.(input as never);
      if (data === undefined) throw new TypeError('Failed to fetch');
      return Response.json({ result: { data } });
    },
  };
  return calls;
}
