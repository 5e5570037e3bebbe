'use client';
/** The list that was added last, while it can be undone with nothing lost. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';

interface LastListProps {
  /** null: there is none, or somebody of it has begun to use what they have */
  list: { id: string; at: string; count: number } | null;
}

export function LastList({ list }: LastListProps) {
  const t = useTranslations('desk.members');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const [undone, setUndone] = useState(false);
  const undo = async (): Promise<void> => {
    if (list === null) return;
    if ((await send('people.undoRoster', { rosterId: list.id })) === undefined) return;
    setUndone(true);
    router.refresh();
  };
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2 empty:hidden">
      {undone && <span>✓ {t('listUndone')}</span>}
      {list !== null && (
        <>
          <span>
            {t('lastList', { count: list.count })} <DateTime iso={list.at} form="dated" />
          </span>
          <Button size="small" look="quiet" idle={busy} onClick={() => void undo()}>
            {t('undoList')}
          </Button>
        </>
      )}
      {error !== undefined && <span className="text-wrong">{error}</span>}
    </div>
  );
}
