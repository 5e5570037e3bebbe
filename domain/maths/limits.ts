/** Bounds that keep reading and checking short whatever is handed in. */

/** Longest text that is looked at, in UTF-16 units. */
export const MAX_LENGTH = 2_000;
/** Most tokens of a text after the names are split. */
export const MAX_TOKENS = 1_200;
/** Deepest nesting of parentheses, bars, bare calls, signs, powers and factorials. */
export const MAX_DEPTH = 60;
/** Most digits of one number. */
export const MAX_DIGITS = 60;
/** Largest decimal exponent of a number as typed (1e300 is the last). */
export const MAX_EXPONENT = 300;
/** Most nodes of an expression. */
export const MAX_NODES = 1_500;
/** Most nodes of a derivative's tape. */
export const MAX_TAPE = 20_000;
