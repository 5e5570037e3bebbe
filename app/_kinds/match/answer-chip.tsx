/** An answer that can be given to prompts: to several, so it stays where it is, and says to which. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Html } from '../../_features/lesson/html.tsx';

/** Typeset fractions have struts that reach, unseen, over what stands above them: a tap there is not for them. */
export const PASSIVE = 'lesson-prose pointer-events-none min-w-0 flex-1 [overflow-wrap:anywhere]';

interface AnswerChipProps {
  letter: string;
  html: string;
  /** the prompts that have it */
  users: readonly string[];
  held: boolean;
  /** how far it is carried from its place, in px */
  by: { x: number; y: number } | null;
  onTake(byKey: boolean): void;
  onPointerDown(event: PointerEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function AnswerChip({ letter, html, users, held, by, onTake, onPointerDown, onKeyDown }: AnswerChipProps) {
  const t = useTranslations('lesson.match');
  return (
    <li className="min-w-0 max-w-full">
      <button
        type="button"
        data-act={`answer ${letter}`}
        aria-pressed={held}
        // by a key or a screen reader a click has no detail
        onClick={(event) => onTake(event.detail === 0)}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        style={by === null ? undefined : { transform: `translate(${by.x}px, ${by.y}px)` }}
        className={clsx(
          'flex min-h-11 w-full select-none items-center gap-2.5 rounded-[10px] border px-3 py-1.5 text-start transition-colors hover:border-violet sm:cursor-grab',
          held ? 'border-violet bg-violet-soft' : 'border-line bg-paper',
          by !== null && 'pointer-events-none relative z-20 shadow-lg outline-2 outline-violet',
        )}
      >
        <span className="w-4 shrink-0 font-semibold text-[14px] text-ink-2">{letter}</span>
        <Html as="span" html={html} className={PASSIVE} />
        {users.length > 0 && (
          <span className="shrink-0 rounded-full bg-violet-soft px-2 text-[12.5px] text-violet-ink tabular-nums">
            <span aria-hidden>{users.join(' ')}</span>
            <span className="sr-only">{t('users', { numbers: users.join(', ') })}</span>
          </span>
        )}
      </button>
    </li>
  );
}
