/** Whether Euler's number is in play in a question, so that `2e-1` may be meant as 2·e − 1: told by what everybody sees. */
import type { QuestionViewOf } from '../../question.ts';

type Told = Pick<QuestionViewOf<'number'> | QuestionViewOf<'maths'>, 'promptHtml' | 'euler'>;

/** The author says so, or a formula of the prompt has an e. Never the key: what is asked back must not tell the answer. */
export function eulerInPlay({ promptHtml, euler }: Told): boolean {
  if (euler !== undefined) return euler;
  return formulasIn(promptHtml).some(hasEuler) || /\be\^|\bexp\(/.test(promptHtml.replace(/<[^>]*>/g, ' '));
}

/** The TeX of typeset formulas, which KaTeX keeps beside them. */
export const formulasIn = (html: string): string[] =>
  [...html.matchAll(/<annotation[^>]*>([^<]*)<\/annotation>/g)].map((found) => found[1] ?? '');

/** In TeX every letter is a name of its own, but for commands and words. */
function hasEuler(tex: string): boolean {
  if (/\\(?:exp|exponentialE)(?![A-Za-z])|\\mathrm\s*\{\s*e\s*\}/.test(tex)) return true;
  return tex
    .replace(/\\(?:text[a-z]*|operatorname\*?|math[a-z]+|begin|end)\s*\{[^}]*\}/g, ' ')
    .replace(/\\[A-Za-z]+/g, ' ')
    .includes('e');
}
