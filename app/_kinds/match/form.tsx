'use client';
/** Writes pairs: what belongs together, answers that belong to none, and why one would make a wrong pair. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { WrittenItem } from '../../../domain/lesson/written/written.ts';
import type { KindFormProps } from '../../_features/authoring/form-props.ts';
import { MarkdownField } from '../../_features/authoring/markdown-field.tsx';
import { Rows } from '../../_features/authoring/rows.tsx';
import { withoutMarks } from '../../_features/authoring/without-marks.ts';
import { WrongWords } from '../../_features/authoring/wrong-words.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { halvesOf, noteOf, noteText, pairText } from './written-pairs.ts';

const MOST = 18;
const MOST_NOTES = 8;

export default function MatchForm({ written, change, wrong }: KindFormProps) {
  const t = useTranslations('authoring.match');
  const id = useId();
  const items = written.items ?? [];
  const answers = [...new Set(items.map(({ text }) => halvesOf(text)?.right ?? '').filter((right) => right !== ''))];
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2.5" data-part="items">
      <legend className="mb-1.5 font-[550] text-[14px]">
        {t('pairs')} <span className="font-normal text-[13px] text-ink-3">{t('how')}</span>
      </legend>
      <Rows<WrittenItem>
        one={t('one')}
        add={t('add')}
        rows={items}
        most={MOST}
        least={2}
        blank={() => ({ box: null, text: '->', notes: [] })}
        onChange={(rows) => change({ items: rows })}
      >
        {(item, set, index) => {
          const { left, right } = halvesOf(item.text) ?? { left: item.text, right: '' };
          const part = `items.${index}`;
          const problems = wrong(part, 'own');
          return (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
              <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-1.5 sm:grid-cols-[minmax(0,1fr)_1.5rem_minmax(0,1fr)]">
                <MarkdownField
                  short
                  quiet
                  label={t('left', { place: index + 1 })}
                  placeholder={t('leftHint')}
                  part={part}
                  value={left}
                  onChange={(text) => set({ ...item, text: pairText(text, right) })}
                  wrong={problems.filter(({ code }) => code === 'match.promptTwice')}
                />
                <span aria-hidden className="pt-2 text-center text-ink-3 max-sm:hidden">
                  →
                </span>
                <MarkdownField
                  short
                  quiet
                  label={t('right', { place: index + 1 })}
                  placeholder={t('rightHint')}
                  part={part}
                  value={right}
                  onChange={(text) => set({ ...item, text: pairText(left, text) })}
                  wrong={problems.filter(({ code }) => code !== 'match.promptTwice')}
                />
              </div>
              <Rows<string>
                one={t('note')}
                add={t('addNote')}
                rows={item.notes}
                most={MOST_NOTES}
                fixed
                blank={() => ''}
                onChange={(notes) => set({ ...item, notes })}
              >
                {(note, setNote, at) => {
                  const { answer, words } = noteOf(note);
                  return (
                    <div className="flex flex-wrap items-start gap-2">
                      <SelectField
                        wide
                        label={t('noteFor')}
                        value={answer}
                        options={[
                          { value: '', label: t('anyAnswer') },
                          ...[...new Set([...answers, ...(answer === '' ? [] : [answer])])]
                            .filter((one) => one !== right)
                            .map((one) => ({ value: one, label: withoutMarks(one) })),
                        ]}
                        onChange={({ target }) => setNote(noteText({ answer: target.value, words }))}
                      />
                      <div className="min-w-0 flex-1 basis-60">
                        <MarkdownField
                          short
                          label={t('noteWords')}
                          part={`${part}.notes.${at}`}
                          value={words}
                          onChange={(text) => setNote(noteText({ answer, words: text }))}
                          wrong={wrong(`${part}.notes.${at}`)}
                        />
                      </div>
                    </div>
                  );
                }}
              </Rows>
            </div>
          );
        }}
      </Rows>
      <WrongWords id={id} problems={wrong('items', 'own')} />
    </fieldset>
  );
}
