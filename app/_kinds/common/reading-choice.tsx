'use client';
/** A notation that can be meant in several ways: all of them typeset, and one is picked. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Meaning } from '../../../domain/maths/read.ts';
import { Tex } from '../../_features/lesson/tex.tsx';

interface ReadingChoiceProps {
  readings: readonly Meaning[];
  /** the text of the one that is meant; undefined: nobody has said */
  chosen: string | undefined;
  onChoose(text: string): void;
  disabled: boolean;
}

export function ReadingChoice({ readings, chosen, onChoose, disabled }: ReadingChoiceProps) {
  const t = useTranslations('lesson.reading');
  const name = useId();
  return (
    <fieldset disabled={disabled} className="grid w-full min-w-0 gap-1.5">
      <legend className="mb-1 font-[550] text-[13px] text-wait">{t('which')}</legend>
      <div className="flex flex-wrap gap-2">
        {readings.map((reading) => (
          <label
            key={reading.text}
            className="flex min-h-11 min-w-0 max-w-full cursor-pointer items-center gap-2 overflow-x-auto rounded-[10px] border border-line bg-paper px-3 py-1 has-checked:border-violet has-checked:bg-violet-soft has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-violet has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={reading.text}
              checked={reading.text === chosen}
              onChange={() => onChoose(reading.text)}
              aria-label={reading.text}
              className="size-4 shrink-0 accent-violet"
            />
            <Tex tex={reading.tex} className="text-[15px] text-ink" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
