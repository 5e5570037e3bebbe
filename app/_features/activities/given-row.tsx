'use client';
/** What a class has or could have: give it, change by which rules, take it back. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { type ActivitySettings, USUAL_SETTINGS } from '../../../domain/activities/settings.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { SheetDialog } from '../../_ui/sheet-dialog.tsx';
import { useAsking } from '../../_ui/use-asking.tsx';
import { RulesForm } from './rules-form.tsx';
import { RulesLine } from './rules-line.tsx';

interface GivenRowProps {
  classId: string;
  lessonId: string;
  title: string;
  /** what the row is about, for those who hear its buttons; left out: the title */
  name?: string;
  isQuiz: boolean;
  /** by which rules it is given unless somebody says otherwise */
  usual?: ActivitySettings;
  /** null: the class does not have it */
  settings: ActivitySettings | null;
  /** of what the class has, below the row */
  below?: ReactNode;
  /** what stands at the start of the row */
  children: ReactNode;
}

export function GivenRow(props: GivenRowProps) {
  const {
    classId,
    lessonId,
    title,
    name = title,
    isQuiz,
    usual = USUAL_SETTINGS,
    settings: before,
    below,
    children,
  } = props;
  const t = useTranslations('desk.lessons');
  const form = useTranslations('activities.form');
  const [settings, setSettings] = useState(before);
  const [edits, setEdits] = useState(false);
  const [saved, setSaved] = useState(false);
  const { busy, error, field, send } = useCommand();
  const { ask, dialog } = useAsking();
  const give = async (wanted: ActivitySettings): Promise<void> => {
    setSaved(false);
    if ((await send('activities.give', { classId, lessonId, ...wanted })) === undefined) return;
    setSettings(wanted);
    setEdits(false);
    setSaved(true);
  };
  const takeBack = async (): Promise<void> => {
    const heading = t.rich('takeSure', { lesson: title, ...BDI });
    if (!(await ask({ title: heading, text: t('takeMeans'), act: t('take') }))) return;
    setSaved(false);
    if ((await send('activities.withdraw', { classId, lessonId })) === undefined) return;
    setSettings(null);
    setSaved(true);
  };
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 text-[14px] max-sm:gap-x-3">
      {children}
      {((error !== undefined && !edits) || saved) && (
        <span role="status" className={error === undefined ? 'text-[13px] text-good' : 'text-[13px] text-wrong'}>
          {error ?? `✓ ${t('saved')}`}
        </span>
      )}
      {settings !== null && (
        <>
          <RulesLine settings={settings} />
          <Chip tone="right">✓ {t('given')}</Chip>
          <Button
            size="small"
            disabled={busy}
            aria-label={form('editOf', { title: name })}
            onClick={() => setEdits(true)}
          >
            {form('edit')}
          </Button>
          <Button
            size="small"
            look="quiet"
            className="max-sm:-ms-3"
            disabled={busy}
            aria-label={t('takeOf', { lesson: name })}
            onClick={() => void takeBack()}
          >
            {t('take')}
          </Button>
        </>
      )}
      {settings === null && (
        <Button
          size="small"
          disabled={busy}
          aria-label={t('giveOf', { lesson: name })}
          // a lesson is open at once, and its dates may follow; of a quiz they are asked first
          onClick={() => (isQuiz ? setEdits(true) : void give(usual))}
        >
          {t('give')}
        </Button>
      )}
      {settings !== null && below}
      {edits && (
        <SheetDialog title={form.rich('title', { title, ...BDI })} onClose={() => setEdits(false)}>
          <RulesForm
            settings={settings ?? usual}
            isQuiz={isQuiz}
            gives={settings === null}
            busy={busy}
            refused={{ error, field }}
            onSave={(wanted) => void give(wanted)}
          />
        </SheetDialog>
      )}
      {dialog}
    </li>
  );
}
