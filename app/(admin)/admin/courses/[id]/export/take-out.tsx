'use client';
/** Fetches the zip of a course and hands it to the browser to be saved. */
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Refused, refuse } from '../../../../../../domain/refusal.ts';
import { saveExport } from '../../../../../_client/exports.ts';
import { loadImportWords } from '../../../../../_i18n/import-words.ts';
import { useRefusals } from '../../../../../_i18n/use-refusals.ts';
import { Button } from '../../../../../_ui/button.tsx';

export function TakeOut({ courseId }: { courseId: string }) {
  const t = useTranslations('desk.courseOut.act');
  const say = useRefusals();
  const locale = useLocale();
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  /** in words, or why it was refused */
  const [failed, setFailed] = useState<string | Refused>('');
  const save = async (): Promise<void> => {
    setSaving(true);
    setSaved(false);
    setFailed('');
    const told = await saveExport({ courseId });
    setSaving(false);
    if (told === undefined) return setSaved(true);
    if (!('told' in told)) return setFailed(told);
    // without words it says that it did not get through
    const words = await loadImportWords(locale).catch(() => undefined);
    setFailed(words?.sentence(told.told) ?? refuse('unavailable'));
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look="first" idle={saving} onClick={() => void save()}>
        {t(saving ? 'saving' : 'save')}
      </Button>
      <span role="status" className="text-[15px] text-ink-2 empty:hidden">
        {saved && `✓ ${t('saved')}`}
      </span>
      <span role="alert" className="text-[15px] text-wrong empty:hidden">
        {typeof failed === 'string' ? failed : say(failed)}
      </span>
    </div>
  );
}
