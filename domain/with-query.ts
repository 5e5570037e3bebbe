/** An address with the question that stood behind another one: whoever is sent on keeps it. Pure. */

/** As Next tells it. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export function withQuery(path: string, query: Query): string {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])),
  ).toString();
  return asked === '' ? path : `${path}?${asked}`;
}
