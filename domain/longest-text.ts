/** How long an answer in words may be; apart from the schemas, for pages that have none. */
export const LONGEST_TEXT = 120;
