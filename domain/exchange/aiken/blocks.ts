/** The questions of an Aiken file: each ends with its answer, or where a line says of what type the next one is. */

export interface Block {
  /** '' where no line says it */
  type: string;
  lines: string[];
  /** on which it begins, from 1 */
  line: number;
}

export const ANSWER = /^[ \t]*ANSWER:[ \t]*/i;
export const FEEDBACK = /^[ \t]*(?:g?feed(?:back)?)[.:][ \t]*/i;
export const OPTION = /^[ \t]*([A-Za-z0-9])[.)][ \t]*(.*)$/;
const TYPE =
  /^[ \t]*(category|multichoice|truefalse|shortanswer|essay|description|cloze|numerical|order|matching)[ \t]*$/i;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let held: Block | null = null;
  let answered = false;
  let options = 0;
  const begin = (type: string, line: number): Block => {
    answered = false;
    options = 0;
    return { type, lines: [], line };
  };
  const end = (): void => {
    if (held?.lines.some((line) => line.trim() !== '')) blocks.push(held);
    held = null;
  };
  text.split('\n').forEach((line, index, lines) => {
    const type = TYPE.exec(line)?.[1]?.toLowerCase();
    if (type !== undefined) {
      end();
      held = begin(type, index + 1);
      return;
    }
    const isBlank = line.trim() === '';
    if (held?.type === 'category' && isBlank) end();
    // what follows an answer, but for words on it, is another question; so is text after options that have no answer
    const isLate = options > 1 && (lines[index - 1] ?? '').trim() === '' && !OPTION.test(line) && !ANSWER.test(line);
    if (
      held !== null &&
      !isBlank &&
      ((answered && !FEEDBACK.test(line) && !ANSWER.test(line)) || (isLate && !FEEDBACK.test(line)))
    )
      end();
    if (isBlank && held === null) return;
    held ??= begin('', index + 1);
    if (held.lines.length === 0 && isBlank) return;
    held.lines.push(line);
    answered ||= ANSWER.test(line);
    if (held.lines.length > 1 && /^[ \t]*[A-Z][.)]/.test(line)) options += 1;
  });
  end();
  return blocks;
}
