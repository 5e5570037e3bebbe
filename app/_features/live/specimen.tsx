/** An answer of somebody, as it was typed and without a name. */
import clsx from 'clsx';
import type { Answer } from '../../../domain/answer.ts';
import { answerText } from '../../../domain/kinds/asked.ts';

export function Specimen({ answer, large = false }: { answer: Answer; large?: boolean }) {
  return (
    <pre
      className={clsx(
        'overflow-auto whitespace-pre-wrap break-words bg-fill font-mono',
        large ? 'rounded-2' : 'max-h-72 rounded-1 px-3 py-2 text-[13px]',
      )}
    >
      {answerText(answer)}
    </pre>
  );
}
