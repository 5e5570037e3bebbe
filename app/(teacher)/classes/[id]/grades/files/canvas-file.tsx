'use client';
/** Canvas's own table is picked, and comes back filled: Canvas knows its students by ids that only it has. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FilledTable } from '../../../../../../server/features/grades/files.ts';
import { saveFile } from '../../../../../_client/exports.ts';
import { useCommand } from '../../../../../_client/use-command.ts';
import { useLookedFile } from '../../../../../_features/importing/use-looked-file.ts';
import { FileDrop, FileField } from '../../../../../_ui/file-drop.tsx';

export function CanvasFile({ classId, name }: { classId: string; name: string }) {
  const t = useTranslations('grades.files');
  const { busy, error, send } = useCommand();
  const [saved, setSaved] = useState<Exclude<FilledTable, { refused: unknown }>>();
  const list = useLookedFile<FilledTable>({
    busy,
    async ask(file) {
      const filled = await send('grades.fillTable', { classId, file });
      return filled === undefined ? undefined : { looked: filled.filled };
    },
    reading: t('reading'),
    large: (most) => t('large', { most }),
    onBegin: () => setSaved(undefined),
    onLooked(seen) {
      if ('refused' in seen || seen.from !== 'canvas') return;
      setSaved(seen);
      saveFile(new Blob([seen.text], { type: 'text/csv' }), `${name} – Canvas.csv`);
    },
  });
  const looked = list.opened?.looked;
  const refused = looked !== undefined && 'refused' in looked ? list.opened?.words.sentence(looked.refused) : undefined;
  const isOther = looked !== undefined && !('refused' in looked) && looked.from !== 'canvas';
  return (
    <FileDrop onFile={list.pick}>
      <FileField label={t('canvasFile')} accept=".csv" onFile={list.pick} field={list.field} />
      <p role="status" className="text-[14px] text-ink-2 empty:hidden">
        {list.told}
        {saved !== undefined && <>✓ {t('canvasSaved')}</>}
      </p>
      {saved !== undefined && saved.missed.length > 0 && (
        <p className="text-[14px] text-wait">
          {t('missed', { count: saved.missed.length })} <bdi>{saved.missed.slice(0, 20).join('; ')}</bdi>
        </p>
      )}
      {saved !== undefined && saved.absent.length > 0 && (
        <p className="text-[14px] text-wait">
          {t('absent', { count: saved.absent.length })} <bdi>{saved.absent.slice(0, 20).join('; ')}</bdi>
        </p>
      )}
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error ?? refused ?? (isOther ? t('notCanvas') : '')}
      </p>
    </FileDrop>
  );
}
