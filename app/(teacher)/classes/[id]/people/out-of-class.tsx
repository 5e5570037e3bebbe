'use client';
/** Takes a student out of the class: what that means, and whether the join link lets them in again. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';

interface OutOfClassProps {
  classId: string;
  student: { id: string; name: string };
  onClose(): void;
  onDone(): void;
}

export function OutOfClass({ classId, student, onClose, onDone }: OutOfClassProps) {
  const t = useTranslations('desk.members');
  const common = useTranslations('common');
  const people = useTranslations('desk.people');
  const { busy, error, send } = useCommand();
  const [barred, setBarred] = useState(false);
  const [newLink, setNewLink] = useState(false);
  const out = async (): Promise<void> => {
    const done = await send('classes.membership', { classId, userId: student.id, member: false, barred });
    if (done === undefined) return;
    if (newLink) await send('classes.joinLink', { classId, open: true });
    onDone();
    onClose();
  };
  return (
    <SheetDialog title={t.rich('outTitle', { name: student.name, ...BDI })} onClose={onClose}>
      <div className="grid gap-4 text-[15px]">
        <p className="text-ink-2">{t('outText')}</p>
        <Ticked label={t('bar')} on={barred} onTick={setBarred} />
        <Ticked label={t('newLink')} on={newLink} onTick={setNewLink} />
        <div className="flex flex-wrap items-center gap-3">
          <Button look="danger" idle={busy} onClick={() => void out()}>
            {people('remove')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <span role="alert" className="text-wrong empty:hidden">
            {error}
          </span>
        </div>
      </div>
    </SheetDialog>
  );
}

function Ticked({ label, on, onTick }: { label: string; on: boolean; onTick(on: boolean): void }) {
  return (
    <label className="flex min-h-10 items-center gap-3">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => onTick(target.checked)}
        className="size-5 accent-violet"
      />
      {label}
    </label>
  );
}
