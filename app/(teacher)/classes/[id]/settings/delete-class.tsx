'use client';
/** Deletes a class that was put aside: what that takes and what it leaves is said first, and its name is typed. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ClassWeight } from '../../../../../server/features/classes/life.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { Button } from '../../../../_ui/button.tsx';

export function DeleteClass({ classId, name }: { classId: string; name: string }) {
  const t = useTranslations('desk.classLife');
  const { busy, error, send } = useCommand();
  const [weight, setWeight] = useState<ClassWeight>();
  const [typed, setTyped] = useState('');
  const id = useId();
  const weigh = async (): Promise<void> => {
    const read = await send('classes.weigh', { classId });
    if (read !== undefined) setWeight(read.weight);
  };
  const gone = async (): Promise<void> => {
    const done = await send('classes.delete', { classId, name: typed });
    if (done !== undefined) location.assign('/classes');
  };
  return (
    <section aria-labelledby={id} className="grid gap-3 rounded-2 border border-wrong/40 bg-sheet p-5">
      <h2 id={id} className="font-semibold text-[15px]">
        {t('delete')}
      </h2>
      {weight === undefined ? (
        <Button className="justify-self-start" look="danger" idle={busy} onClick={() => void weigh()}>
          {t('delete')} …
        </Button>
      ) : (
        <>
          <p className="text-[15px] text-ink-2">{t('weight', { ...weight })}</p>
          <label className="grid gap-1.5 font-[550] text-[14px]">
            {t('deleteName')}
            <input
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              autoComplete="off"
              className="min-h-11 rounded-[10px] border border-line bg-paper px-3 font-normal"
            />
          </label>
          <Button
            className="justify-self-start"
            look="danger"
            idle={busy || typed.trim() !== name}
            onClick={() => void gone()}
          >
            {t('deleteNow')}
          </Button>
        </>
      )}
      <p role="alert" className="text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </section>
  );
}
