/** One small exponent or base behind the name of a function, as in `sin^2`, `sin^{-1}`, `log_2`. */
import { isSign } from './reach.ts';
import type { Token } from './scan.ts';
import type { SourceWriter } from './source-writer.ts';

const MOST_PARTS = 20;
const SIMPLE = ['number', 'fraction', 'variable', 'constant'];

/** The tokens from `place` on that are it: a number, a name, or a short group of these. Fails where there is none. */
export function smallGroup(
  tokens: readonly Token[],
  place: number,
  after: Token,
  sign: string,
  to: SourceWriter,
): Token[] {
  const parts: Token[] = [];
  let depth = 0;
  for (let token = tokens[place]; token !== undefined; token = tokens[place + parts.length]) {
    const simple = SIMPLE.includes(token.kind);
    const signed = isSign(token, '+', '-') && parts.length === 0;
    if (depth === 0 && !simple && !signed && token.kind !== 'open') break;
    if (!simple && token.kind !== 'open' && token.kind !== 'close' && token.kind !== 'operator') {
      to.fail('function-power', token, { sign });
    }
    if (parts.length > MOST_PARTS) to.fail('function-power', token, { sign });
    parts.push(token);
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (depth === 0 && !signed) break;
  }
  if (parts.length === 0 || depth > 0) to.fail('function-power', after, { sign });
  return parts;
}
