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
  /** or partly */
  partly: boolean;
  /** what would have been right; null: it is not told */
  solution: ReactNode;
}

export function MineAndRight({ mine, right, partly, solution }: MineAndRightProps) {
  const t = useTranslations('live.play');
  const state = right ? 'right' : partly ? 'partly' : 'wrong';
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      {mine !== null && (
        <Value tone={state} label={t(OWN[state])}>
          {mine}
        </Value>
      )}
      {!right && solution !== null && (
        <Value tone="right" label={t('right')}>
          {solution}
        </Value>
      )}
    </dl>
  );
}

const OWN = { right: 'ownRight', partly: 'ownPartly', wrong: 'own' } as const;
const LOOK = {
  right: { chip: 'right', sign: '✓', border: 'border-good' },
  partly: { chip: 'wait', sign: '◐', border: 'border-wait' },
  wrong: { chip: 'wrong', sign: '▲', border: 'border-wrong' },
} as const;

interface ValueProps {
  tone: keyof typeof LOOK;
  label: string;
  children: ReactNode;
}

function Value({ tone, label, children }: ValueProps) {
  const { chip, sign, border } = LOOK[tone];
  return (
    <div className={`rounded-2 border-2 bg-sheet px-4 py-2.5 ${border}`}>
      <dt>
        <Chip tone={chip}>
          <span aria-hidden>{sign}</span> {label}
        </Chip>
      </dt>
      <dd className="mt-1.5 break-words font-serif text-[19px]">{children}</dd>
    </div>
  );
}
