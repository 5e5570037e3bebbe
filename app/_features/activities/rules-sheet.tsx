'use client';
/** Gives a lesson or quiz, or changes by which rules it is given: first what that would change, then the change. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActivitySettings } from '../../../domain/activities/settings.ts';
import type { PointsChange } from '../../../domain/activities/told.ts';
import { call } from '../../_client/calls.ts';
import { Reads } from '../../_client/reads.tsx';
import { useCommand } from '../../_client/use-command.ts';
import { useRead } from '../../_client/use-read.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { ownZone } from '../../_i18n/use-times.ts';
import { SheetDialog } from '../../_ui/sheet-dialog.tsx';
import { pastIn } from './past.ts';
import { RulesForm } from './rules-form.tsx';
import { WouldChange } from './would-change.tsx';

interface RulesSheetProps {
  classId: string;
  lessonId: string;
  title: string;
  isQuiz: boolean;
  /** the class's own; null: it has none yet */
  zone: string | null;
  settings: ActivitySettings;
  /** it is given by this, and not changed */
  gives: boolean;
  onSaved(settings: ActivitySettings, activityId: string): void;
  onClose(): void;
}

export function RulesSheet(props: RulesSheetProps) {
  const form = useTranslations('activities.form');
  return (
    <SheetDialog title={form.rich('title', { title: props.title, ...BDI })} onClose={props.onClose}>
      <Reads>
        <Inside {...props} />
      </Reads>
    </SheetDialog>
  );
}

function Inside({ classId, lessonId, isQuiz, zone, settings, gives, onSaved }: RulesSheetProps) {
  const { busy, error, field, send } = useCommand();
  const of = { classId, lessonId };
  const { seen } = useRead(['choices', classId, lessonId], () => call('activities.choices', of));
  const [asks, setAsks] = useState<{ wanted: ActivitySettings; changes: PointsChange[]; past: string[] }>();
  const [typed, setTyped] = useState(settings);
  const give = async (wanted: ActivitySettings): Promise<void> => {
    const timeZone = seen?.choices.timeZone ?? zone ?? ownZone();
    const given = await send('activities.give', { ...of, ...wanted, timeZone });
    if (given !== undefined) onSaved(wanted, given.activityId);
    else setAsks(undefined);
  };
  const save = async (wanted: ActivitySettings): Promise<void> => {
    setTyped(wanted);
    const seenFirst = gives ? { changes: [] } : await send('activities.preview', { ...of, rules: wanted });
    if (seenFirst === undefined) return;
    const past = pastIn(settings, wanted, Date.now());
    if (seenFirst.changes.length === 0 && past.length === 0) await give(wanted);
    else setAsks({ wanted, changes: seenFirst.changes, past });
  };
  if (asks !== undefined)
    return (
      <WouldChange
        changes={asks.changes}
        past={asks.past}
        busy={busy}
        error={error}
        onBack={() => setAsks(undefined)}
        onDo={() => void give(asks.wanted)}
      />
    );
  return (
    <RulesForm
      settings={typed}
      isQuiz={isQuiz}
      gives={gives}
      zone={zone}
      busy={busy}
      refused={{ error, field }}
      choices={seen?.choices}
      onSave={(wanted) => void save(wanted)}
    />
  );
}
