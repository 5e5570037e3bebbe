'use client';
/** After a round: mine, marked right or wrong, and what is right where mine is not. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '../../_ui/chip.tsx';

interface MineAndRightProps {
  /** null: nothing was answered */
  mine: ReactNode;
  /** whether mine is right */
  right: boolean;
  /** what would have been right; null: it is not told */
  solution: ReactNode;
}

export function MineAndRight({ mine, right, solution }: MineAndRightProps) {
  const t = useTranslations('live.play');
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      {mine !== null && (
        <Value tone={right ? 'right' : 'wrong'} sign={right ? '✓' : '▲'} label={t(right ? 'ownRight' : 'own')}>
          {mine}
        </Value>
      )}
      {!right && solution !== null && (
        <Value tone="right" sign="✓" label={t('right')}>
          {solution}
        </Value>
      )}
    </dl>
  );
}

interface ValueProps {
  tone: 'right' | 'wrong';
  sign: string;
  label: string;
  children: ReactNode;
}

function Value({ tone, sign, label, children }: ValueProps) {
  return (
    <div className={`rounded-2 border-2 bg-sheet px-4 py-2.5 ${tone === 'right' ? 'border-good' : 'border-wrong'}`}>
      <dt>
        <Chip tone={tone}>
          <span aria-hidden>{sign}</span> {label}
        </Chip>
      </dt>
      <dd className="mt-1.5 break-words font-serif text-[19px]">{children}</dd>
    </div>
  );
}
