'use client';
/** Questions as a file: in which format, and what becomes of each in it, before the file is there. */
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { OUT_FORMATS, type OutFormat } from '../../../domain/exchange/out/formats.ts';
import type { Remark } from '../../../domain/exchange/remark.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Given } from '../../_client/calls.ts';
import { saveExport, type Wanted } from '../../_client/exports.ts';
import { useCommand } from '../../_client/use-command.ts';
import { type ImportWords, loadImportWords } from '../../_i18n/import-words.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { SelectField } from '../../_ui/select-field.tsx';
import { SheetDialog } from '../../_ui/sheet-dialog.tsx';

type Looked = Given<'exporting.look'>['looked'];
type Lines = Extract<Looked, { lines: unknown }>['lines'];
interface Seen {
  format: OutFormat;
  looked: Looked;
  words: ImportWords;
}

export function ExportDialog({ wanted, onClose }: { wanted: Wanted; onClose(): void }) {
  const t = useTranslations('desk.exporting');
  const locale = useLocale();
  const say = useRefusals();
  const [format, setFormat] = useState<OutFormat>('nabla');
  const [seen, setSeen] = useState<Seen>();
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  /** in words, or why it was refused */
  const [failed, setFailed] = useState<string | Refused>('');
  const { error, send } = useCommand();
  // what is asked for stays the same while the dialog is open
  const [first] = useState({ send, wanted });
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      const { send, wanted } = first;
      const asked =
        'quizId' in wanted
          ? send('exporting.lookQuiz', { ...wanted, format })
          : send('exporting.look', { questionIds: [...wanted.questionIds], format });
      // without words it says that it did not get through
      const [given, words] = await Promise.all([asked, loadImportWords(locale).catch(() => undefined)]);
      if (!isWanted) return;
      if (words === undefined) setFailed(refuse('unavailable'));
      else if (given !== undefined) setSeen({ format, looked: given.looked, words });
    };
    setFailed('');
    setSaved(false);
    void look();
    return () => {
      isWanted = false;
    };
  }, [first, format, locale]);
  const now = seen?.format === format ? seen : undefined;
  const lines = now !== undefined && 'lines' in now.looked ? now.looked.lines : undefined;
  const count = lines?.filter(({ written }) => written).length ?? 0;
  const save = async (): Promise<void> => {
    setSaving(true);
    setFailed('');
    const told = await saveExport({ ...wanted, format });
    setSaving(false);
    if (told === undefined) setSaved(true);
    else setFailed('told' in told ? (now?.words.sentence(told.told) ?? '') : told);
  };
  const refused: Remark | undefined = now !== undefined && 'refused' in now.looked ? now.looked.refused : undefined;
  return (
    <SheetDialog title={t('title')} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <SelectField
          label={t('format')}
          value={format}
          options={OUT_FORMATS.map((value) => ({ value, label: t(`formats.${value.replaceAll('.', '-')}`) }))}
          onChange={(event) => setFormat(OUT_FORMATS.find((one) => one === event.target.value) ?? 'nabla')}
        />
        <p className="text-[14px] text-ink-2">
          {t(`about.${format.replaceAll('.', '-')}`)} {'quizId' in wanted && format !== 'nabla' && t('quizStays')}
        </p>
        <p role="alert" className="text-[15px] text-wrong empty:hidden">
          {error ??
            (refused === undefined
              ? typeof failed === 'string'
                ? failed
                : say(failed)
              : now?.words.sentence(refused))}
        </p>
        {now === undefined && error === undefined && failed === '' && (
          <p role="status" className="text-[15px] text-ink-2">
            {t('looking')}
          </p>
        )}
        {now !== undefined && lines !== undefined && (
          <>
            <p role="status" className="text-[15px] tabular-nums">
              {t('sums', {
                all: lines.length,
                plain: lines.filter(({ written, remarks }) => written && remarks.length === 0).length,
                changed: lines.filter(({ written, remarks }) => written && remarks.length > 0).length,
                refused: lines.length - count,
              })}{' '}
              {saved && <b>✓ {t('saved')}</b>}
            </p>
            <div className="flex flex-wrap items-center gap-3">
              <Button look="first" idle={saving || count === 0} onClick={() => void save()}>
                {t(saving ? 'saving' : 'save', { count })}
              </Button>
            </div>
            <LineList lines={lines} words={now.words} />
          </>
        )}
      </div>
    </SheetDialog>
  );
}

/** Those of which something is said come first. */
function LineList({ lines, words }: { lines: Lines; words: ImportWords }) {
  const t = useTranslations('desk.exporting');
  const kinds = useTranslations('desk.board.kinds');
  const sorted = lines.toSorted((one, other) => rank(one) - rank(other));
  return (
    <ul aria-label={t('lines')} className="grid gap-3">
      {sorted.map(({ id, title, kind, written, remarks }) => (
        <li key={id} className="grid justify-items-start gap-1 border-line border-t pt-3">
          <bdi className="font-[550] text-[15px]">{title}</bdi>
          <span className="flex flex-wrap gap-1.5">
            <Chip>{kinds(kind)}</Chip>
            {!written && <Chip tone="wrong">✗ {t('state.refused')}</Chip>}
            {written && remarks.length > 0 && <Chip tone="wait">✎ {t('state.changed')}</Chip>}
            {written && remarks.length === 0 && <Chip tone="right">✓ {t('state.plain')}</Chip>}
          </span>
          <ul className="grid gap-0.5 text-[13.5px] text-ink-2 empty:hidden">
            {remarks.map((remark) => (
              <li key={JSON.stringify(remark)} dir="auto">
                {words.sentence(remark)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const rank = ({ written, remarks }: Lines[number]): number => (written ? (remarks.length > 0 ? 1 : 2) : 0);
