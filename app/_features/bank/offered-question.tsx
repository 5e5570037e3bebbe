'use client';
/** A question that one may take: its title opens what it asks, and beside it stands what can be done with it. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { QuestionKind } from '../../../domain/question.ts';
import { Html } from '../lesson/html.tsx';

interface OfferedQuestionProps {
  title: string;
  kind: QuestionKind;
  promptHtml: string;
  said?: string | undefined;
  children: ReactNode;
}

export function OfferedQuestion({ title, kind, promptHtml, said, children }: OfferedQuestionProps) {
  const kinds = useTranslations('desk.board.kinds');
  const [shown, setShown] = useState(false);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1 border-line border-b py-1.5 last:border-b-0">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="min-w-0 flex-1 rounded-1 px-1 py-0.5 text-start hover:bg-fill"
        >
          <bdi className="block text-[15px]">{title}</bdi>
          <span className="text-[13px] text-ink-3">
            {kinds(kind)}
            {said !== undefined && ` · ${said}`}
          </span>
        </button>
        {children}
      </div>
      {shown && (
        <Html
          html={promptHtml}
          className="lesson-prose overflow-x-auto rounded-[10px] bg-fill px-3 py-2 font-serif text-[15px]"
        />
      )}
    </li>
  );
}
