/** A small label that says a state: by its words and its sign, not by its colour alone. */
import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'right' | 'wrong' | 'wait' | 'violet';

const TONES: Record<Tone, string> = {
  plain: 'bg-fill text-ink-2',
  right: 'bg-good-soft text-good',
  wrong: 'bg-wrong-soft text-wrong',
  wait: 'bg-wait-soft text-wait',
  violet: 'bg-violet-soft text-violet-ink',
};

export function Chip({
  tone = 'plain',
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-[550] text-[12.5px]',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
