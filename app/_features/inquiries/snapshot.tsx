'use client';
/** An answer as it was typed, folded away: it goes along with a question. */
import type { Answer } from '../../../domain/answer.ts';
import { answerText } from '../../../domain/kinds/asked.ts';
import { ScrolledText } from '../../_ui/scrolled-text.tsx';

export function Snapshot({ label, answer, open = false }: { label: string; answer: Answer; open?: boolean }) {
  return (
    <details open={open} className="text-[14px]">
      <summary className="cursor-pointer text-ink-2">{label}</summary>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)]">
        <ScrolledText
          label={label}
          className="max-h-60 whitespace-pre-wrap break-words px-3 py-2 text-[13px] leading-[1.6]"
        >
          {answerText(answer)}
        </ScrolledText>
      </div>
    </details>
  );
}
