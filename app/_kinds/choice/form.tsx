'use client';
/** Writes a choice: options with what is right, or what each is worth, and why one would pick a wrong one. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { WrittenItem } from '../../../domain/lesson/written/written.ts';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { TextField } from '../../_features/authoring/text-field.tsx';
import { TickField } from '../../_features/authoring/tick-field.tsx';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';

const MOST = 6;
const LETTERS = 'ABCDEF';
const NONE: readonly WrittenItem[] = [];

export default function ChoiceForm({ written, change, wrong }: KindFormProps) {
  const t = useTranslations('authoring.choice');
  const id = useId();
  const items = written.items ?? NONE;
  const byWorth = items.some(({ box }) => box?.includes('%') === true);
  const several = items.filter(({ box }) => box === 'x').length > 1;
  const weigh = (on: boolean): void =>
    change({
      items: items.map((item) => ({
        ...item,
        box: on ? (item.box === 'x' ? '100%' : '0%') : item.box === '100%' ? 'x' : ' ',
      })),
      attributes: withoutCredit(written.attributes),
    });
  const choose = (index: number, right: boolean): void =>
    change({ items: items.map((item, at) => (at === index ? { ...item, box: right ? 'x' : ' ' } : item)) });
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5" data-part="items">
      <legend className="mb-1.5 font-[550] text-[14px]">
        {t('options')} <span className="font-normal text-[13px] text-ink-3">{t(byWorth ? 'worthHow' : 'how')}</span>
      </legend>
      <Rows<WrittenItem>
        one={t('one')}
        add={t('add')}
        rows={items}
        most={MOST}
        least={2}
        blank={() => ({ box: byWorth ? '0%' : ' ', text: '', notes: [] })}
        onChange={(rows) => change({ items: rows })}
      >
        {(item, set, index) => {
          const letter = LETTERS[index] ?? '';
          const right = byWorth ? /^\s*\+?[1-9]/.test(item.box ?? '') : item.box === 'x';
          return (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
              <div className="flex items-start gap-2">
                {byWorth ? (
                  <TextField
                    quiet
                    label={t('worth', { letter })}
                    part={`items.${index}`}
                    value={(item.box ?? '').replace(/ ?%$/, '')}
                    onChange={(text) => set({ ...item, box: `${text.trim() === '' ? '0' : text.trim()}%` })}
                    inputMode="decimal"
                    code
                    className="w-20 shrink-0"
                  />
                ) : (
                  <label className="flex min-h-10 shrink-0 items-center gap-1.5 text-[14px]">
                    <input
                      type="checkbox"
                      aria-label={t('isRight', { letter })}
                      checked={right}
                      onChange={({ target }) => choose(index, target.checked)}
                      className="size-5 accent-good"
                    />
                    <span className="w-4 font-semibold text-ink-2">{letter}</span>
                  </label>
                )}
                <div className="min-w-0 flex-1">
                  <MarkdownField
                    short
                    quiet
                    label={t('option', { letter })}
                    placeholder={t('option', { letter })}
                    part={`items.${index}`}
                    value={item.text}
                    onChange={(text) => set({ ...item, text })}
                    wrong={wrong(`items.${index}`, 'own')}
                  />
                </div>
              </div>
              {(!right || item.notes.length > 0) && (
                <div className={byWorth ? 'ps-22' : 'ps-13'}>
                  <MarkdownField
                    short
                    quiet
                    label={t('why', { letter })}
                    placeholder={t('whyHint')}
                    part={`items.${index}.notes`}
                    value={item.notes.join('\n\n')}
                    onChange={(text) => set({ ...item, notes: text === '' ? [] : [text] })}
                    wrong={wrong(`items.${index}.notes`)}
                  />
                </div>
              )}
            </div>
          );
        }}
      </Rows>
      <WrongWords id={id} problems={[...wrong('items', 'own'), ...wrong('attributes.credit')]} />
      <div className="flex flex-wrap items-center gap-x-5">
        <TickField label={t('byWorth')} checked={byWorth} onChange={weigh} />
        {several && !byWorth && (
          <TickField
            label={t('all')}
            checked={written.attributes.credit === 'all'}
            onChange={(all) =>
              change({ attributes: { ...withoutCredit(written.attributes), ...(all ? { credit: 'all' } : {}) } })
            }
          />
        )}
      </div>
    </fieldset>
  );
}

function withoutCredit({ credit: _credit, ...others }: Readonly<Record<string, string>>): Record<string, string> {
  return others;
}
