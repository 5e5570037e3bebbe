'use client';
/** Questions of a bank that say something newer than what this lesson pins: its editor takes that, or leaves it. */
import { useTranslations } from 'next-intl';
import { movePins, pinsIn } from '../../../../../domain/lesson/pin-lines.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';

export interface Newer {
  ref: string;
  title: string;
  newest: number;
}

interface NewerVersionsProps {
  /** of what is published */
  newer: readonly Newer[];
  source: string;
  onTake(source: string): void;
}

export function NewerVersions({ newer, source, onTake }: NewerVersionsProps) {
  const t = useTranslations('desk.editor');
  const pins = pinsIn(source);
  // a question may stand in a lesson twice
  const offered = new Map(newer.map((one) => [one.ref, one]));
  const open = [...offered.values()].flatMap((one) => {
    const pinned = pins.filter(({ ref, version }) => ref === one.ref && version < one.newest);
    return pinned.length === 0 ? [] : [{ ...one, version: Math.min(...pinned.map(({ version }) => version)) }];
  });
  if (open.length === 0) return null;
  return (
    <ul aria-label={t('newer.list')} className="grid gap-2">
      {open.map(({ ref, title, version, newest }) => (
        <li
          key={ref}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-[10px] bg-violet-soft px-4 py-2.5 text-[14px] text-violet-ink"
        >
          <span>
            <span aria-hidden>↑ </span>
            {t.rich('newer.has', { title, version, newest, ...BDI })}
          </span>
          <Button size="small" onClick={() => onTake(movePins(source, { ref, version: newest }))}>
            {t('newer.take', { newest })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
