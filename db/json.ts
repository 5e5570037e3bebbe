/** Plain data as Prisma's JSON columns take it. */
export function toJson(value: object) {
  return JSON.parse(JSON.stringify(value));
}
