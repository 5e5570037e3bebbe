'use client';
/** What each column of a list was taken for, with what stands in it; another guess is a choice away. */
import { useTranslations } from 'next-intl';
import {
  ROSTER_FIELDS,
  type RosterColumn,
  type RosterField,
} from '../../../../../../domain/exchange/roster/columns.ts';

interface ListColumnsProps {
  columns: readonly RosterColumn[];
  busy: boolean;
  onChoose(columns: RosterField[]): void;
}

export function ListColumns({ columns, busy, onChoose }: ListColumnsProps) {
  const t = useTranslations('desk.roster');
  const choose = (at: number, typed: string): void => {
    const field = ROSTER_FIELDS.find((one) => one === typed) ?? 'skip';
    onChoose(columns.map((column, place) => (place === at ? field : column.field)));
  };
  if (columns.length < 2) return null;
  return (
    <fieldset className="rounded-2 border border-line bg-sheet p-4">
      <legend className="px-1 font-[550] text-[15px]">{t('columns')}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(210px,1fr))] gap-3">
        {columns.map(({ title, samples, field }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column of a list is its place
          <label key={at} className="grid content-start gap-1 text-[13px]">
            <bdi className="truncate font-[550] text-[14px]">
              {title === '' ? t('column', { number: at + 1 }) : title}
            </bdi>
            <select
              value={field}
              disabled={busy}
              onChange={({ target }) => choose(at, target.value)}
              className="min-h-9 rounded-[10px] border border-line bg-paper px-2"
            >
              {ROSTER_FIELDS.map((one) => (
                <option key={one} value={one}>
                  {t(`fields.${one}`)}
                </option>
              ))}
            </select>
            {samples.length > 0 && (
              <bdi className="truncate text-ink-3">{t('samples', { samples: samples.join(', ') })}</bdi>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
