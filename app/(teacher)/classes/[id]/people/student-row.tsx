'use client';
/** One student: their name, a new password link to hand out, more time in live rounds, or out of the class. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '../../../../_client/use-command.ts';
import type { MadeLink } from '../../../../_features/people/one-time-links.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { OutOfClass } from './out-of-class.tsx';
import { PersonRow } from './people-list.tsx';
import { RenameStudent } from './rename-student.tsx';
import type { Student } from './student.ts';

const TIMES = [
  { factor: 1, words: 'x1' },
  { factor: 1.5, words: 'x15' },
  { factor: 2, words: 'x2' },
  { factor: 0, words: 'x0' },
] as const;

interface StudentRowProps {
  classId: string;
  student: Student;
  namesBy: 'family' | 'given';
  /** the viewer teaches the class: who assists hands out first passwords only */
  manages: boolean;
  onLink(link: MadeLink): void;
  onChanged(): void;
}

export function StudentRow({ classId, student, namesBy, manages, onLink, onChanged }: StudentRowProps) {
  const t = useTranslations('desk.people');
  const words = useTranslations('desk.members');
  const { busy, error, send } = useCommand();
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
  const [open, setOpen] = useState<'name' | 'out'>();
  const close = (): void => setOpen(undefined);
  const inLists = namesBy === 'family' ? student.sortName : (student.fullName ?? name);
  return (
    <PersonRow
      name={inLists}
      beside={<bdi className="whitespace-nowrap">{student.login}</bdi>}
      says={
        <>
          {student.fullName !== null && (
            <span className="text-[13px] text-ink-3">{words.rich('known', { name, ...BDI })} </span>
          )}
          {student.disabled && <Chip tone="wait">⊘ {t('disabled')}</Chip>}
          {!student.disabled && !student.ready && <Chip tone="wait">… {words('notYet')}</Chip>}
        </>
      }
    >
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
        {student.ofClass && (
          <>
            <Button
              size="small"
              look="quiet"
              disabled={busy}
              aria-label={words('renameOf', { name })}
              onClick={() => setOpen('name')}
            >
              {words('rename')}
            </Button>
            <Button
              size="small"
              look="quiet"
              disabled={busy || (student.ready && !manages)}
              aria-label={t('resetOf', { name })}
              onClick={() => void reset()}
            >
              {t('reset')}
            </Button>
          </>
        )}
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          aria-label={t('removeOf', { name })}
          onClick={() => setOpen('out')}
        >
          {t('remove')}
        </Button>
      </span>
      {open === 'name' && <RenameStudent student={student} onClose={close} onDone={onChanged} />}
      {open === 'out' && <OutOfClass classId={classId} student={student} onClose={close} onDone={onChanged} />}
    </PersonRow>
  );
}
