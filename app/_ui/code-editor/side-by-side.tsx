'use client';
/** Two texts side by side, with what differs; what is one's own may be changed, and parts of the other one taken. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useLate } from '../../_late/late.ts';

interface SideBySideProps {
  theirs: string;
  theirsLabel: string;
  mine: string;
  mineLabel: string;
  /** left out: both are only looked at */
  onChange?: (mine: string) => void;
}

const load = (): Promise<typeof import('./merge.ts')> => import('./merge.ts');
/** Two columns of Markdown need so much room. */
const NARROW_PX = 720;

/** `theirs` and `mine` are read when it opens; what is changed here is told by `onChange`. */
export function SideBySide({ theirs, theirsLabel, mine, mineLabel, onChange }: SideBySideProps) {
  const t = useTranslations('common.sideBySide');
  const place = useRef<HTMLDivElement>(null);
  const { part } = useLate(load);
  const given = useRef({ mine, onChange });
  given.current.onChange = onChange;
  const take = t('take');
  const isOpen = onChange !== undefined;
  useEffect(() => {
    const parent = place.current;
    if (part === undefined || parent === null) return;
    return part.createMerge({
      parent,
      theirs,
      mine: given.current.mine,
      labels: { theirs: theirsLabel, mine: mineLabel, take },
      narrow: parent.clientWidth < NARROW_PX,
      onChange: isOpen ? (text) => given.current.onChange?.(text) : undefined,
    });
  }, [part, theirs, theirsLabel, mineLabel, take, isOpen]);
  return (
    <section
      aria-label={t('label')}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-2 border border-line bg-sheet p-3"
    >
      <p className="grid grid-cols-2 gap-3 text-[13px] text-ink-2 max-md:hidden">
        <b>{theirsLabel}</b>
        <b>{mineLabel}</b>
      </p>
      <p className="text-[13px] text-ink-2 md:hidden">{t('over', { theirs: theirsLabel, mine: mineLabel })}</p>
      {part === undefined && <p className="text-[14px] text-ink-3">{t('loading')}</p>}
      <div
        ref={place}
        className="max-h-[60dvh] overflow-auto font-mono text-[13px] [&_.cm-merge-revert]:w-8 [&_.cm-merge-revert]:bg-transparent [&_.cm-take]:rounded-1 [&_.cm-take]:border [&_.cm-take]:border-line [&_.cm-take]:bg-sheet [&_.cm-take]:px-1.5 [&_.cm-take]:py-0.5 [&_.cm-take]:text-violet-ink"
      />
    </section>
  );
}
