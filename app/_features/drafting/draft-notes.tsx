'use client';
/** Who else is at it, whose text is shown, and which other one there is. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OtherAuthor } from '../../../domain/drafting.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { useTimes } from '../../_i18n/use-times.ts';
import { Button } from '../../_ui/button.tsx';
import { SideBySide } from '../../_ui/code-editor/side-by-side.tsx';
import { timeForm } from './time-form.ts';
import type { AuthorDraft } from './use-author-draft.ts';

interface DraftNotesProps {
  draft: AuthorDraft;
  /** the newest that is published, and what it says; a draft of an older one says so */
  version: number;
  published: string;
}

/** Notes over an editor, and where a newer version came in between, both texts side by side. */
export function DraftNotes({ draft, version, published }: DraftNotesProps) {
  const t = useTranslations('authoring.draft');
  const times = useTimes();
  const told = (at: number): string => times(at, timeForm(at));
  const { kept, from, other, base, others, takeOther, ended, keepEnded, goOnFrom, source, write } = draft;
  const [beside, setBeside] = useState(false);
  const isBehind = version > base;
  const both = isBehind && kept;
  return (
    <>
      <div role="status" className="grid gap-1.5 text-[14px] text-wait empty:hidden">
        {others.map((one) => (
          <p key={`${one.name} ${one.since}`}>
            {t.rich(saidOf(one), { name: one.name, time: told(timeOf(one)), ...BDI })}
          </p>
        ))}
      </div>
      {from !== undefined && <p className="text-[14px] text-ink-2">{t('from', { time: told(from) })}</p>}
      {other !== undefined && (
        <p className="flex flex-wrap items-center gap-3 rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">
          <span className="min-w-0 flex-1 basis-72">
            {other.at === 0 ? t('otherOnce') : t(other.here ? 'otherHere' : 'other', { time: told(other.at) })}
          </span>
          <Button size="small" onClick={takeOther}>
            {t('take')}
          </Button>
        </p>
      )}
      {ended && (
        <p
          role="status"
          className="flex flex-wrap items-center gap-3 rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait"
        >
          <span className="min-w-0 flex-1 basis-72">{t('ended')}</span>
          <Button size="small" onClick={keepEnded}>
            {t('keep')}
          </Button>
        </p>
      )}
      {isBehind && (
        <p className="flex flex-wrap items-center gap-3 text-[14px] text-wait">
          <span className="min-w-0 flex-1 basis-72">
            {t('older', { version, base })} {!kept && t('reload')}
          </span>
          {kept && (
            <>
              <Button size="small" aria-expanded={beside} onClick={() => setBeside(!beside)}>
                {t('beside')}
              </Button>
              <Button size="small" onClick={() => goOnFrom(version)}>
                {t('goOn', { version })}
              </Button>
            </>
          )}
        </p>
      )}
      {both && beside && (
        <SideBySide
          theirs={published}
          theirsLabel={t('theirs', { version })}
          mine={source}
          mineLabel={t('mine')}
          onChange={write}
        />
      )}
    </>
  );
}

/** Writing now, has only opened it, or has a draft that waits. */
function saidOf({ savedAt, here }: OtherAuthor): 'open' | 'writing' | 'waiting' {
  if (savedAt === null) return 'open';
  return here ? 'writing' : 'waiting';
}

function timeOf(one: OtherAuthor): number {
  return one.here ? one.since : (one.savedAt ?? one.since);
}
