'use client';
/** Some of what hidden tests may draw: the calls that a submission could meet. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { InputSamples } from '../../../domain/lesson/input-samples.ts';

interface InputSamplesListProps {
  inputs: readonly InputSamples[];
  /** they are of before */
  stale: boolean;
}

export function InputSamplesList({ inputs, stale }: InputSamplesListProps) {
  const t = useTranslations('desk.questions.inputs');
  return (
    <section
      aria-label={t('label')}
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-3 text-[14px]',
        stale && 'opacity-60',
      )}
    >
      <p className="text-ink-2">{t('how')}</p>
      {inputs.map(({ name, draws }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two tests may have one name
        <details key={place} open={inputs.length === 1 || undefined} className="min-w-0">
          <summary className="min-h-10 cursor-pointer py-2 font-[550]">
            <bdi>{name}</bdi>
          </summary>
          <ul className="grid gap-1.5 overflow-x-auto pb-1 font-mono text-[13px]" dir="ltr">
            {draws.map(({ call, expected }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two draws may be the same
              <li key={index} className="whitespace-pre">
                {call}
                {expected !== null && <span className="text-ink-2"> → {expected}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
