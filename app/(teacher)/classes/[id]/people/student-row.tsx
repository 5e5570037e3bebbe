'use client';
/** One student: a new password link to hand out, more time in live rounds, or out of the class. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import type { MadeLink } from '../../../../_features/people/one-time-links.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';

const TIMES = [
  { factor: 1, words: 'x1' },
  { factor: 1.5, words: 'x15' },
  { factor: 2, words: 'x2' },
  { factor: 0, words: 'x0' },
] as const;

interface StudentRowProps {
  classId: string;
  student: { id: string; name: string; login: string; timeFactor: number; disabled: boolean };
  onLink(link: MadeLink): void;
  onRemoved(): void;
}

export function StudentRow({ classId, student, onLink, onRemoved }: StudentRowProps) {
  const t = useTranslations('desk.people');
  const { busy, error, send } = useCommand();
  const { ask, dialog } = useAsking();
  const { id: userId, name } = student;
  const reset = async (): Promise<void> => {
    const made = await send('people.resetLink', { userId });
    if (made !== undefined) onLink({ name, path: made.link });
  };
  const [timeFactor, setTimeFactor] = useState(student.timeFactor);
  const giveTime = async (given: (typeof TIMES)[number]['factor'] | undefined): Promise<void> => {
    if (given === undefined) return;
    const before = timeFactor;
    setTimeFactor(given);
    const done = await send('classes.extraTime', { classId, userId, timeFactor: given });
    if (done === undefined) setTimeFactor(before);
  };
  const remove = async (): Promise<void> => {
    if (!(await ask({ title: t.rich('removeSure', { name, ...BDI }), text: t('removeMeans'), act: t('remove') })))
      return;
    const done = await send('classes.membership', { classId, userId, member: false });
    if (done !== undefined) onRemoved();
  };
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px]">
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-[550]">{name}</bdi>{' '}
        <span className="ms-2 whitespace-nowrap text-[13px] text-ink-3">
          <bdi>{student.login}</bdi>
        </span>
        {student.disabled && <Chip tone="wait">⊘ {t('disabled')}</Chip>}
      </span>
      {error !== undefined && (
        <span role="alert" className="text-[13px] text-wrong">
          {error}
        </span>
      )}
      <span className="flex flex-wrap items-center gap-1 max-sm:-ms-3">
        <select
          aria-label={t('timeOf', { name })}
          value={timeFactor}
          disabled={busy}
          onChange={({ target }) => void giveTime(TIMES[target.selectedIndex]?.factor)}
          className="min-h-9 rounded-[10px] border border-line bg-sheet px-2 text-[13px] text-ink-2 max-sm:ms-3"
        >
          {TIMES.map(({ factor, words }) => (
            <option key={factor} value={factor}>
              {t(`time.${words}`)}
            </option>
          ))}
        </select>
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          aria-label={t('resetOf', { name })}
          onClick={() => void reset()}
        >
          {t('reset')}
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          aria-label={t('removeOf', { name })}
          onClick={() => void remove()}
        >
          {t('remove')}
        </Button>
      </span>
      {dialog}
    </li>
  );
}
