'use client';
/** One of several paths: pressed where it is drawn, or picked by its letter. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { pathsOf } from '../../../domain/kinds/point/asked.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { PathTargets } from './path-targets.tsx';
import { PutPlane } from './plane.tsx';

export function PathField({ question, answer, onChange, disabled, labelledBy }: FieldProps<'point'>) {
  const t = useTranslations('lesson.point');
  const id = useId();
  const chosen = answer.put.path;
  const choose = (path: string): void => onChange({ kind: 'point', put: { path } });
  return (
    <section aria-labelledby={labelledBy} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <PutPlane question={question} path={chosen === undefined ? null : { letter: chosen, look: 'accent' }}>
        {(box, seen) => !disabled && <PathTargets {...{ question, box, seen }} onChoose={choose} />}
      </PutPlane>
      <div role="radiogroup" aria-labelledby={labelledBy} data-field="path" className="flex flex-wrap gap-2">
        {pathsOf(question).map((letter) => (
          <label
            key={letter}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-[10px] border border-line px-4 has-checked:border-violet has-checked:bg-violet-soft has-focus-visible:outline-2 has-focus-visible:outline-violet"
          >
            <input
              type="radio"
              name={id}
              checked={chosen === letter}
              onChange={() => choose(letter)}
              disabled={disabled}
            />
            {t('path', { letter })}
          </label>
        ))}
      </div>
    </section>
  );
}
