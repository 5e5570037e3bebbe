'use client';
/** Writes an order: items in their right order. How students see them is shuffled here, once, and then stays. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { WrittenItem } from '../../../domain/lesson/written/written.ts';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { TickField } from '../../_features/authoring/tick-field.tsx';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { Button } from '../../_ui/button.tsx';
import { type Ordered, orderedOf, shuffled, writtenOf } from './written-order.ts';

const MOST = 6;

export default function OrderForm({ written, change, wrong }: KindFormProps) {
  const t = useTranslations('authoring.order');
  const id = useId();
  const rows = orderedOf(written.items ?? []);
  const set = (changed: readonly Ordered[]): void => change({ items: writtenOf(changed) });
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5" data-part="items">
      <legend className="mb-1.5 font-[550] text-[14px]">
        {t('items')} <span className="font-normal text-[13px] text-ink-3">{t('how')}</span>
      </legend>
      <Rows<Ordered>
        one={t('one')}
        add={t('add')}
        rows={rows}
        most={MOST}
        least={2}
        blank={() => ({ text: '', shown: rows.length / 2 - 0.25, withBefore: false })}
        onChange={set}
      >
        {(row, setRow, index) => (
          <div className="grid gap-1">
            <MarkdownField
              short
              quiet
              label={t('item', { place: index + 1 })}
              placeholder={t('item', { place: index + 1 })}
              part={`items.${row.shown}`}
              value={row.text}
              onChange={(text) => setRow({ ...row, text })}
              wrong={wrong(`items.${row.shown}`)}
            />
            {index > 0 && (
              <TickField
                label={t('either', { place: index })}
                checked={row.withBefore}
                onChange={(withBefore) => setRow({ ...row, withBefore })}
              />
            )}
          </div>
        )}
      </Rows>
      <WrongWords id={id} problems={wrong('items', 'own')} />
      <p className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2">
        {t('shown', { order: (written.items ?? []).map(({ box }: WrittenItem) => box ?? '?').join(' · ') })}
        <Button size="small" onClick={() => set(shuffled(rows, Math.random))}>
          {t('shuffle')}
        </Button>
      </p>
    </fieldset>
  );
}
