'use client';
/** A number or a text: mine as it was read, and what is right where mine is not. */
import { useTranslations } from 'next-intl';
import type { Answer } from '../../../../domain/answer.ts';
import { answerText } from '../../../../domain/board.ts';
import type { PlayerReveal, Told } from '../../../../domain/live/views.ts';
import { Chip } from '../../../_components/chip.tsx';
import { Html } from '../../../_components/lesson/html.tsx';
import { Tex } from '../../../_components/lesson/tex.tsx';

interface OwnValueProps {
  answer: Answer | null;
  right: boolean;
  unit: string | null;
  reveal: PlayerReveal;
  told: Told | null;
}

export function OwnValue({ answer, right, unit, reveal, told }: OwnValueProps) {
  const t = useTranslations('live.play');
  const unitText = unit === null ? '' : ` ${unit}`;
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      {answer !== null && (
        <div className={`rounded-2 border-2 bg-sheet px-4 py-2.5 ${right ? 'border-good' : 'border-wrong'}`}>
          <dt>
            <Chip tone={right ? 'right' : 'wrong'}>
              <span aria-hidden>{right ? '✓' : '▲'}</span> {t(right ? 'ownRight' : 'own')}
            </Chip>
          </dt>
          <dd className="mt-1.5 break-words font-serif text-[19px]">
            {told?.tex == null ? answerText(answer) : <Tex tex={told.tex} />}
            {told?.tex == null ? '' : unitText}
            {told?.notes.map(({ html }) => (
              <Html key={html} html={html} className="lesson-prose lesson-small mt-1" />
            ))}
          </dd>
        </div>
      )}
      {!right && reveal.value !== null && (
        <div className="rounded-2 border-2 border-good bg-sheet px-4 py-2.5">
          <dt>
            <Chip tone="right">
              <span aria-hidden>✓</span> {t('right')}
            </Chip>
          </dt>
          <dd className="mt-1.5 break-words font-serif text-[19px]">
            {reveal.value}
            {unitText}
          </dd>
        </div>
      )}
    </dl>
  );
}
