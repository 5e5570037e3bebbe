'use client';
/** Takes over all that has changed in files and not here: what was shown, one after the other, lists before their lessons. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Taken } from '../../../../_client/calls.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';

export function TakeAll({ changes }: { changes: readonly Omit<Taken<'courses.content'>, 'take'>[] }) {
  const t = useTranslations('desk.files.act');
  const router = useRouter();
  const { error, send } = useCommand();
  const [busy, setBusy] = useState(false);
  const takeAll = async (): Promise<void> => {
    setBusy(true);
    for (const change of changes) if ((await send('courses.content', { ...change, take: true })) === undefined) break;
    setBusy(false);
    router.refresh();
  };
  return (
    <p className="flex flex-wrap items-center gap-3">
      <Button look="first" idle={busy} onClick={() => void takeAll()}>
        {t(busy ? 'takingAll' : 'takeAll', { count: changes.length })}
      </Button>
      {error !== undefined && (
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      )}
    </p>
  );
}
