/** Fills the gaps of a template. A gap takes one expression on one line, and nothing that could change the lines around it. */
import type { AnswerOf } from '../../answer.ts';
import { type Code, say } from '../../judging/codes.ts';
import type { QuestionViewOf } from '../../question.ts';
import type { Feedback } from '../../results/verdict.ts';

export type Filled = { ok: true; source: string } | { ok: false; feedback: Feedback[] };

/** The whole source, each gap's text in its place. A gap left empty is named, not graded. */
export function fillGaps(
  question: Pick<QuestionViewOf<'blanks'>, 'template' | 'language'>,
  { gaps }: AnswerOf<'blanks'>,
): Filled {
  const feedback: Feedback[] = [];
  const source = question.template
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const text = (gaps[piece.gap] ?? '').trim();
      const problem = problemOf(text, question.language);
      if (problem) feedback.push(say(problem, { gap: piece.gap }));
      return text;
    })
    .join('');
  return feedback.length > 0 ? { ok: false, feedback } : { ok: true, source };
}

type Language = 'python' | 'javascript';

/** The code of what is wrong with a gap's text; null: nothing. */
function problemOf(text: string, language: Language): Code | null {
  if (text === '' || /^_+$/.test(text)) return 'gapEmpty';
  // every character at which a line may end, for one of the languages
  if (/[\n\r\u2028\u2029\f\v\u0085\0]/.test(text)) return 'gapLines';
  const outside = withoutStrings(text, language);
  if (outside === null || text.endsWith('\\')) return 'gapOpenText';
  if (outside.includes(';')) return 'gapStatement';
  if (language === 'python' ? outside.includes('#') : /\/\/|\/\*|\*\/|<!--|-->/.test(outside)) return 'gapComment';
  return isBalanced(outside) ? null : 'gapBrackets';
}

/** The text with its string literals emptied; null where one does not end. Triple quotes and templates are not for gaps. */
function withoutStrings(text: string, language: Language): string | null {
  const quotes = language === 'python' ? `'"` : `'"\``;
  if (language === 'python' && /'''|"""/.test(text)) return null;
  let outside = '';
  let open = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (open !== '') {
      if (character === '\\') index++;
      else if (character === open) open = '';
    } else if (quotes.includes(character)) open = character;
    else outside += character;
  }
  return open === '' ? outside : null;
}

function isBalanced(text: string): boolean {
  const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  for (const character of text) {
    if ('([{'.includes(character)) open.push(character);
    else if (character in pairs && open.pop() !== pairs[character]) return false;
  }
  return open.length === 0;
}
