'use client';
/** Writes what belongs in the gaps of a text, which are made in the text itself: how each is filled in, and what is right there. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  type GapEntry,
  gapsIn,
  readGap,
  TAKES,
  type WrittenGap,
  writeGap,
} from '../../../domain/kinds/gaps/written.ts';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { Rows } from '../../_features/authoring/rows.tsx';
import { TextField } from '../../_features/authoring/text-field.tsx';
import { TickField } from '../../_features/authoring/tick-field.tsx';
import { SelectField } from '../../_ui/select-field.tsx';

const MOST = 20;
const blank = (): GapEntry => ({ text: '', percent: null, wrong: false, words: '' });

export default function GapsForm({ written, change }: KindFormProps) {
  const t = useTranslations('authoring.gaps');
  const found = gapsIn(written.prompt);
  if (found.length === 0) return <p className="text-[14px] text-ink-2">{t('none')}</p>;
  const put = (at: number, gap: WrittenGap): void => {
    const { from, to } = found[at] ?? { from: 0, to: 0 };
    change({ prompt: written.prompt.slice(0, from) + writeGap(gap) + written.prompt.slice(to) });
  };
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {found.map(({ inside }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a gap is its place in the text
        <li key={index}>
          <GapForm inside={inside} number={index + 1} onChange={(gap) => put(index, gap)} />
        </li>
      ))}
    </ol>
  );
}

function GapForm({ inside, number, onChange }: { inside: string; number: number; onChange(gap: WrittenGap): void }) {
  const t = useTranslations('authoring.gaps');
  /** as it was typed here: a blank at an end and a row without a text are not in the text yet */
  const [typed, setTyped] = useState<WrittenGap>();
  const gap = typed !== undefined && writeGap(typed) === `[${inside}]` ? typed : readGap(inside);
  const put = (next: WrittenGap): void => {
    setTyped(next);
    onChange(next);
  };
  const rows = gap.entries.length === 0 ? [blank()] : gap.entries;
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5 rounded-[10px] border border-line px-3 py-3">
      <legend className="px-1 font-[550] text-[14px]">{t('nth', { number })}</legend>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
        <SelectField
          label={t('takes')}
          value={gap.takes}
          options={TAKES.map((value) => ({ value, label: t(`as.${value}`) }))}
          onChange={({ target }) => {
            const takes = TAKES.find((one) => one === target.value) ?? gap.takes;
            put({ ...gap, takes, capitals: gap.capitals && takes === 'text' });
          }}
        />
        {gap.takes === 'text' && (
          <TickField label={t('capitals')} checked={gap.capitals} onChange={(capitals) => put({ ...gap, capitals })} />
        )}
      </div>
      <Rows<GapEntry>
        one={t('one')}
        add={t('add')}
        rows={rows}
        most={MOST}
        least={1}
        fixed
        blank={() => ({ ...blank(), wrong: gap.takes === 'one' || gap.takes === 'several' })}
        onChange={(entries) => put({ ...gap, entries })}
      >
        {(entry, set, index) => (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1.4fr)]">
            <TextField
              quiet
              label={t('answer', { number, place: index + 1 })}
              part="prompt"
              value={entry.text}
              onChange={(text) => set({ ...entry, text })}
              maxLength={120}
            />
            <SelectField
              quiet
              label={t('worth', { number, place: index + 1 })}
              value={worthOf(entry)}
              options={[
                { value: 'right', label: t('right') },
                { value: 'wrong', label: t('wrong') },
                ...(entry.percent === null ? [] : [{ value: 'part', label: t('percent', { percent: entry.percent }) }]),
                ...(entry.percent === null && gap.takes !== 'several' ? [{ value: 'half', label: t('half') }] : []),
              ]}
              onChange={({ target }) => set({ ...entry, ...worthAs(target.value, entry) })}
            />
            <TextField
              quiet
              label={t('words', { number, place: index + 1 })}
              placeholder={t('wordsHint')}
              part="prompt"
              value={entry.words}
              onChange={(words) => set({ ...entry, words })}
              maxLength={500}
            />
          </div>
        )}
      </Rows>
    </fieldset>
  );
}

const worthOf = ({ wrong, percent }: GapEntry): string => (percent !== null ? 'part' : wrong ? 'wrong' : 'right');

function worthAs(chosen: string, { percent, wrong }: GapEntry): Pick<GapEntry, 'percent' | 'wrong'> {
  if (chosen === 'half') return { percent: 50, wrong: false };
  if (chosen === 'part') return { percent, wrong };
  return { percent: null, wrong: chosen === 'wrong' };
}
