'use client';
/** Of each activity its category, its weight there, and whether its students see its points. */
import { useTranslations } from 'next-intl';
import { type PlainColumn, PlainTable } from '../../../../_ui/table/plain-table.tsx';
import { readWeight, type TypedCategory, type TypedColumn } from './typed.ts';

interface ColumnsThatCountProps {
  columns: readonly TypedColumn[];
  categories: readonly TypedCategory[];
  tried: boolean;
  onChange(columns: readonly TypedColumn[]): void;
}

export function ColumnsThatCount({ columns, categories, onChange }: ColumnsThatCountProps) {
  const t = useTranslations('grades.set');
  const set = (id: string, part: Partial<TypedColumn>): void =>
    onChange(columns.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const shown: PlainColumn<TypedColumn>[] = [
    { id: 'title', title: t('activity'), names: true, show: ({ title }) => <bdi>{title}</bdi> },
    {
      id: 'category',
      title: t('category'),
      show: ({ id, title, categoryId }) => (
        <select
          aria-label={t('categoryOf', { title })}
          value={categoryId ?? ''}
          onChange={({ target }) => set(id, { categoryId: target.value === '' ? null : target.value })}
          className="min-h-9 max-w-40 rounded-[10px] border border-line bg-sheet px-2 text-[14px]"
        >
          <option value="">{t('none')}</option>
          {categories.map(({ id: one, name }) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      ),
    },
    {
      id: 'weight',
      title: t('weight'),
      show: ({ id, title, weight }) => (
        <input
          aria-label={t('weightOf', { name: title })}
          inputMode="decimal"
          value={weight}
          aria-invalid={readWeight(weight) === undefined}
          onChange={({ target }) => set(id, { weight: target.value })}
          className="min-h-9 w-16 rounded-[10px] border border-line bg-sheet px-2 text-[14px] aria-invalid:border-wrong"
        />
      ),
    },
    {
      id: 'hidden',
      title: t('hidden'),
      show: ({ id, title, hidden }) => (
        <input
          type="checkbox"
          aria-label={t('hiddenOf', { title })}
          checked={hidden}
          onChange={({ target }) => set(id, { hidden: target.checked })}
          className="size-4 accent-violet"
        />
      ),
    },
  ];
  return (
    <section className="grid gap-2.5">
      <h3 className="font-semibold text-[15px]">{t('activities')}</h3>
      <p className="text-[13.5px] text-ink-2">{t('activitiesHint')}</p>
      <PlainTable label={t('activities')} columns={shown} rows={columns} idOf={({ id }) => id} />
    </section>
  );
}
