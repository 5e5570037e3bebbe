'use client';
/** What a class has or could have: give it, change by which rules, take it back. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { type ActivitySettings, USUAL_SETTINGS } from '../../../domain/activities/settings.ts';
import { useCommand } from '../../_client/use-command.ts';
import { ownZone } from '../../_i18n/use-times.ts';
import { Button, ButtonLink } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { RulesLine } from './rules-line.tsx';
import { RulesSheet } from './rules-sheet.tsx';

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
  /** under which its results stand; null: the class does not have it, or was given it just now */
  activityId: string | null;
  /** by whose clock its dates are told; null: the reader's own */
  zone: string | null;
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
    activityId: idBefore,
    zone,
    below,
    children,
  } = props;
  const t = useTranslations('desk.lessons');
  const form = useTranslations('activities.form');
  const [settings, setSettings] = useState(before);
  const [activityId, setActivityId] = useState(idBefore);
  const [edits, setEdits] = useState(false);
  const [saved, setSaved] = useState(false);
  /** taken back just now: it can be given again as it was */
  const [undo, setUndo] = useState<{ activityId: string; settings: ActivitySettings }>();
  const { busy, error, send } = useCommand();
  const give = async (wanted: ActivitySettings): Promise<void> => {
    setSaved(false);
    const given = await send('activities.give', { classId, lessonId, ...wanted, timeZone: ownZone() });
    if (given !== undefined) onSaved(wanted, given.activityId);
  };
  const onSaved = (wanted: ActivitySettings, id: string): void => {
    setSettings(wanted);
    setActivityId(id);
    setUndo(undefined);
    setEdits(false);
    setSaved(true);
  };
  const takeBack = async (): Promise<void> => {
    setSaved(false);
    const taken = await send('activities.withdraw', { classId, lessonId });
    if (taken === undefined) return;
    setUndo(taken.activityId === null || settings === null ? undefined : { activityId: taken.activityId, settings });
    setSettings(null);
  };
  const giveBack = async (): Promise<void> => {
    if (undo === undefined) return;
    const { activityId } = undo;
    if ((await send('activities.takeBack', { classId, activityId, withdrawn: false })) === undefined) return;
    setSettings(undo.settings);
    setUndo(undefined);
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
          <RulesLine settings={settings} zone={zone} />
          <Chip tone="right">✓ {t('given')}</Chip>
          {activityId !== null && (
            <ButtonLink
              size="small"
              prefetch={false}
              href={`/classes/${classId}/activities/${activityId}`}
              aria-label={form('resultsOf', { title: name })}
            >
              {form('results')}
            </ButtonLink>
          )}
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
      {undo !== undefined && (
        <span role="status" className="text-[13px] text-ink-2">
          {t('taken')}{' '}
          <button type="button" className="text-violet-ink underline" onClick={() => void giveBack()}>
            {form('undo')}
          </button>
        </span>
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
        <RulesSheet
          classId={classId}
          lessonId={lessonId}
          title={title}
          isQuiz={isQuiz}
          zone={zone}
          settings={settings ?? usual}
          gives={settings === null}
          onClose={() => setEdits(false)}
          onSaved={onSaved}
        />
      )}
    </li>
  );
}
