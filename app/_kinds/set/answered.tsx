'use client';
/** A set: mine, typeset, and the right one where mine is not. */
import { useTranslations } from 'next-intl';
import { Chip } from '../../_ui/chip.tsx';
import type { AnsweredProps } from '../answered-props.ts';
import { RightLine } from './right-set.tsx';
import { TypesetSet } from './typeset-set.tsx';

export function SetAnswered({ question, answer, right, reveal }: AnsweredProps) {
  const t = useTranslations('live.play');
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      {answer?.kind === 'set' && (
        <div className={`rounded-2 border-2 bg-sheet px-4 py-2.5 ${right ? 'border-good' : 'border-wrong'}`}>
          <dt>
            <Chip tone={right ? 'right' : 'wrong'}>
              <span aria-hidden>{right ? '✓' : '▲'}</span> {t(right ? 'ownRight' : 'own')}
            </Chip>
          </dt>
          <dd className="mt-1.5 font-serif text-[17px]">
            <TypesetSet asked={question.asked} answer={answer} />
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
          <dd className="mt-1.5 font-serif text-[17px]">
            <RightLine question={question} reveal={reveal} />
          </dd>
        </div>
      )}
    </dl>
  );
}
