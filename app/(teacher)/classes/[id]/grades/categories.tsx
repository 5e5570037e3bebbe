'use client';
/** The parts of a grade book: name, weight, and how many of the lowest are left out. */
import { useTranslations } from 'next-intl';
import { Button } from '../../../../_ui/button.tsx';
import { readCount, readWeight, type TypedCategory } from './typed.ts';

interface CategoriesProps {
  categories: readonly TypedCategory[];
  /** what is wrong is said */
  tried: boolean;
  /** something stands outside of them, which counts as one of weight 1 */
  outside: boolean;
  onChange(categories: readonly TypedCategory[]): void;
  onRemove(id: string): void;
}

const FIELD =
  'min-h-10 min-w-0 rounded-[10px] border border-line bg-sheet px-2.5 text-[15px] aria-invalid:border-wrong';

export function Categories({ categories, tried, outside, onChange, onRemove }: CategoriesProps) {
  const t = useTranslations('grades.set');
  const set = (id: string, part: Partial<TypedCategory>): void =>
    onChange(categories.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const weights = categories.map(({ weight }) => readWeight(weight) ?? 0);
  const sum = weights.reduce((all, one) => all + one, outside ? 1 : 0);
  return (
    <section className="grid gap-2.5">
      <h3 className="font-semibold text-[15px]">{t('categories')}</h3>
      <p className="text-[13.5px] text-ink-2">{t('categoriesHint')}</p>
      {categories.length > 0 && (
        <ul className="grid gap-2">
          {categories.map(({ id, name, weight, dropLowest }, at) => (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_4.5rem_4.5rem_auto] items-end gap-2">
              <label className="grid gap-1 text-[13px] text-ink-2">
                {at === 0 && t('name')}
                <input
                  aria-label={t('name')}
                  value={name}
                  maxLength={100}
                  aria-invalid={tried && name.trim() === ''}
                  onChange={({ target }) => set(id, { name: target.value })}
                  className={FIELD}
                />
              </label>
              <label className="grid gap-1 text-[13px] text-ink-2">
                {at === 0 && t('weight')}
                <input
                  aria-label={t('weightOf', { name })}
                  value={weight}
                  inputMode="decimal"
                  aria-invalid={readWeight(weight) === undefined}
                  onChange={({ target }) => set(id, { weight: target.value })}
                  className={FIELD}
                />
              </label>
              <label className="grid gap-1 text-[13px] text-ink-2">
                {at === 0 && t('drop')}
                <input
                  aria-label={t('dropOf', { name })}
                  value={dropLowest}
                  inputMode="numeric"
                  aria-invalid={readCount(dropLowest) === undefined}
                  onChange={({ target }) => set(id, { dropLowest: target.value })}
                  className={FIELD}
                />
              </label>
              <Button look="quiet" aria-label={t('removeOf', { name })} onClick={() => onRemove(id)}>
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
      {categories.length + (outside ? 1 : 0) > 1 && categories.length > 0 && sum > 0 && (
        <p className="text-[13.5px] text-ink-2">
          {t('shares', {
            shares: [
              ...categories.map(({ name }, at) => t('share', { name, share: (weights[at] ?? 0) / sum })),
              ...(outside ? [t('share', { name: t('none'), share: 1 / sum })] : []),
            ].join(', '),
          })}
        </p>
      )}
      <p>
        <Button
          size="small"
          onClick={() => onChange([...categories, { id: crypto.randomUUID(), name: '', weight: '1', dropLowest: '0' }])}
        >
          {t('addCategory')}
        </Button>
      </p>
    </section>
  );
}
