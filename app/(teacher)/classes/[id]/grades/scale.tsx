'use client';
/** The marks of a class: which one is from how many percent on. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Mark, SCALES } from '../../../../../domain/activities/scale.ts';
import { Button } from '../../../../_ui/button.tsx';

interface ScaleProps {
  marks: readonly Mark[];
  fault: 'empty' | 'order' | 'fromZero' | 'names' | undefined;
  onChange(marks: readonly Mark[]): void;
}

const FIELD = 'min-h-9 w-24 rounded-[10px] border border-line bg-sheet px-2 text-[14px] tabular-nums';

export function Scale({ marks, fault, onChange }: ScaleProps) {
  const t = useTranslations('grades.set');
  const [ids, setIds] = useState(() => marks.map(() => crypto.randomUUID()));
  const replace = (next: readonly Mark[], keys = next.map(() => crypto.randomUUID())): void => {
    setIds(keys);
    onChange(next);
  };
  const set = (at: number, part: Partial<Mark>): void =>
    onChange(marks.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-[550] text-[14px]">{t('scale')}</legend>
      <p className="flex flex-wrap items-center gap-2 text-[13.5px] text-ink-2">
        {t('scaleFrom')}
        {(Object.keys(SCALES) as (keyof typeof SCALES)[]).map((name) => (
          <Button key={name} size="small" onClick={() => replace(SCALES[name])}>
            {t(`scales.${name}`)}
          </Button>
        ))}
      </p>
      <ol className="grid gap-1.5">
        {marks.map(({ name, from }, at) => (
          <li key={ids[at] ?? at} className="flex items-center gap-2 text-[14px]">
            <input
              aria-label={t('markName', { number: at + 1 })}
              value={name}
              maxLength={20}
              onChange={({ target }) => set(at, { name: target.value })}
              className={FIELD}
            />
            {t('from')}
            <input
              aria-label={t('markFrom', { name })}
              inputMode="decimal"
              type="number"
              min={0}
              max={100}
              step="any"
              value={String(from)}
              onChange={({ target }) => set(at, { from: Number(target.value) })}
              className={FIELD}
            />
            %
            <Button
              look="quiet"
              size="small"
              aria-label={t('removeOf', { name })}
              onClick={() =>
                replace(
                  marks.filter((_, place) => place !== at),
                  ids.filter((_, place) => place !== at),
                )
              }
            >
              ✕
            </Button>
          </li>
        ))}
      </ol>
      <p>
        <Button size="small" onClick={() => replace([...marks, { name: '', from: 0 }], [...ids, crypto.randomUUID()])}>
          {t('addMark')}
        </Button>
      </p>
      {fault !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {t(`scaleFault.${fault}`)}
        </p>
      )}
    </fieldset>
  );
}
