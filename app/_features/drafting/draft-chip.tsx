'use client';
/** Says where what is typed and not published is kept, and how truly. */
import { useTranslations } from 'next-intl';
import { useTimes } from '../../_i18n/use-times.ts';
import { Chip } from '../../_ui/chip.tsx';
import { timeForm } from './time-form.ts';
import type { DraftStand } from './use-author-draft.ts';

export function DraftChip({ stand, savedAt }: { stand: DraftStand; savedAt: number | null }) {
  const t = useTranslations('authoring.draft');
  const times = useTimes();
  const isSaved = stand === 'saved' && savedAt !== null;
  return (
    <Chip tone={isSaved ? 'plain' : 'wait'}>
      ✎ {isSaved ? t('saved', { time: times(savedAt, timeForm(savedAt)) }) : t(stand === 'saved' ? 'saving' : stand)}
    </Chip>
  );
}
