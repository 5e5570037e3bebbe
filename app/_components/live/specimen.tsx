/** An answer of somebody, as it was typed and without a name. */
import type { Answer } from '../../../domain/answer.ts';

export function Specimen({ answer }: { answer: Answer }) {
  return (
    <pre className="max-h-72 overflow-auto whitespace-pre-wrap break-words rounded-1 bg-fill px-3 py-2 font-mono text-[13px]">
      {textOf(answer)}
    </pre>
  );
}

function textOf(answer: Answer): string {
  if ('code' in answer) return answer.code;
  if ('choices' in answer) return answer.choices.join(', ');
  if ('value' in answer) return answer.value;
  return Object.entries('parts' in answer ? answer.parts : answer.gaps)
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n');
}
